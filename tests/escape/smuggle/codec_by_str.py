# attempts: the same, by str() and the class above RecursionError
# required: apart
# alone: blind
def deep(k):
    if k > 0:
        return deep(k - 1)
    try:
        return len(str(b"a", "cp424"))
    except RuntimeError:
        return 0


def probe(n):
    seen = deep(985)
    str(b"a", "cp424")
    return seen
