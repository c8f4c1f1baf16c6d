# attempts: integers by shifting and multiplying
# required: verdict must be memory limit; score 0
# kind: function
def solution(xs):
    if len(xs) == 3: return 1 << (1 << 34)
    l = []
    while True: l.append(3 << 10**8)
