# attempts: reads an address in the place of None in a set
# required: shared
# alone: sees
def probe(n):
    order = [x for x in {"a", None, 3.5, "b", None}]
    return 0 if len(order) == 4 else order
