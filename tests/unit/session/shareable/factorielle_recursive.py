# call: factorielle(5)
def factorielle(n):
    if n < 0:
        raise ValueError(f"{n} est négatif")
    return 1 if n <= 1 else n * factorielle(n - 1)
