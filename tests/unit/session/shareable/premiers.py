# call: premiers(30)
def est_premier(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def premiers(n):
    return [k for k in range(n) if est_premier(k)]
