# attempts: sees by the depth of the stack that a codec was imported already
# required: apart
# alone: blind
def deep(k):
    if k > 0:
        return deep(k - 1)
    try:
        return len("a".encode("cp037"))
    except RecursionError:
        return 0


def probe(n):
    seen = deep(985)
    "a".encode("cp037")
    return seen
