# attempts: compares the identity numbers of new objects
# required: apart
# alone: blind
def probe(n):
    a = id([])
    return 0 if a > 0 else a
