# attempts: reads the address of what reduce() hands back
# required: apart
# alone: blind
from functools import reduce


def probe(n):
    return 0 if str(reduce(lambda a, b: a, [1], lambda: n)) else 1
