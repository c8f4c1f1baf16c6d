# call: pgcd(12, 18)
def pgcd(a, b):
    while b:
        a, b = b, a % b
    return a
