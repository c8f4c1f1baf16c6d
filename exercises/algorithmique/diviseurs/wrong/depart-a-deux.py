def diviseurs(n):
    return [d for d in range(2, n + 1) if n % d == 0]
