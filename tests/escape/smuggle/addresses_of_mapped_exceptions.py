# attempts: reads addresses in the order of a set of exceptions that map() made
# required: apart
# alone: blind
def probe(n):
    kept = [[0] * i for i in range(n)]
    kept.append(kept)
    order = [e.args[0] for e in set(map(ValueError, range(40)))]
    return 0 if len(order) == 40 else order
