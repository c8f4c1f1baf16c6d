# attempts: reads addresses in the order of a set of views of bound methods
# required: apart
# alone: blind
def probe(n):
    a, b = {1: 1}.values, {2: 2}.values
    order = [list(v)[0] for v in {a(), b()}]
    return 0 if len(order) == 2 else order
