def factorielle(n):
    return n * factorielle(n - 1)
