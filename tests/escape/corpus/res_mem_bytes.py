# attempts: one object beyond every bound, made by repetition, joining and mapping
# required: verdict must be memory limit; score 0
# kind: function
def solution(xs):
    if len(xs) == 3: return b'x' * (1 << 40)
    if len(xs) == 2: return bytearray(1 << 33)
    return list(range(1 << 31))
