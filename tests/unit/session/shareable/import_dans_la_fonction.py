# call: racine(9)
def racine(x):
    import math
    from math import isqrt
    return math.sqrt(x), isqrt(x)
