# attempts: as many items as a value may hold, all out of order; keys and members that are equal but for their ends
# required: verdict must be wrong answer; comparison and diff are bounded in time
# kind: function
def solution(xs):
    if len(xs) == 3: return list(range(900000, 0, -1))
    if len(xs) == 2: return {(b'x' * 3000 + bytes([i % 256, i // 256])): -i for i in range(2000)}
    return [['a' * i, [i] * 20] for i in range(2500, 0, -1)]
