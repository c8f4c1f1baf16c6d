# attempts: reads the hash of a new object
# required: apart
# alone: blind
def probe(n):
    return 0 if hash(lambda: 0) else 1
