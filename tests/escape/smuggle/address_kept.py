# attempts: keeps the address of an object across calls in a default
# required: apart
# alone: sees
def probe(n, first=[]):
    kept = [[] for i in range(7)]
    first.append(repr(kept[0].append))
    return len(first) - 1
