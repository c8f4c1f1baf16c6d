# attempts: reads addresses in the order of a set
# required: apart
# alone: blind
def probe(n):
    functions = [(lambda i=i: i) for i in range(8)]
    order = [f() for f in {f for f in functions}]
    return 0 if len(order) == 8 else order
