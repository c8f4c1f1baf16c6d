# attempts: reads addresses in the order of a set of dict views that map() made
# required: apart
# alone: blind
def probe(n):
    kept = [[0] * i for i in range(n)]
    kept.append(kept)
    order = [list(v)[0] for v in set(map(dict.values, [{i: i} for i in range(40)]))]
    return 0 if len(order) == 40 else order
