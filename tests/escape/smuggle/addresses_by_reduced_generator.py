# attempts: has reduce() call a generator function
# required: apart
# alone: blind
from functools import reduce


def generate(a, b):
    yield a


def probe(n):
    return 0 if str(reduce(generate, [1, 2])) else 1
