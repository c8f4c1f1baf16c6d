# attempts: measures how deep it can still go
# required: apart
# alone: blind
def depth(k):
    try:
        return depth(k + 1)
    except RecursionError:
        return k


def probe(n):
    return 0 if depth(0) > 500 else 1
