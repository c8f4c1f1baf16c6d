# attempts: reads allocations in the order of a set of NaN
# required: shared
# alone: sees
def probe(n):
    numbers = [float("nan") for i in range(6)]
    wanted = list(range(6))
    places = {x: i for i, x in enumerate(numbers)}
    order = [places[x] for x in set(numbers)]
    return 0 if order == wanted else sum(order) - 15
