# attempts: measures how deep it can still go
# required: shared
# alone: sees
def depth(k):
    try:
        return depth(k + 1)
    except RecursionError:
        return k


def probe(n):
    return 0 if depth(0) > 500 else 1
