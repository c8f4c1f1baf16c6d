def communs(a, b):
    return set(a) | set(b)
