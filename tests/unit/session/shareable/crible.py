# call: crible(30)
def crible(n):
    est = [True] * (n + 1)
    est[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if est[i]:
            for j in range(i * i, n + 1, i):
                est[j] = False
    return [i for i, p in enumerate(est) if p]
