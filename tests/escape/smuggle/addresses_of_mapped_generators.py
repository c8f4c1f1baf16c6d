# attempts: reads addresses in the order of a set of generators that map() made
# required: apart
# alone: blind
def generate(i):
    yield i


def probe(n):
    kept = [[0] * i for i in range(n)]
    kept.append(kept)
    order = [next(g) for g in set(map(generate, range(40)))]
    return 0 if len(order) == 40 else order
