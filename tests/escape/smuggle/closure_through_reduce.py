# attempts: has reduce() hand back a closure, out of sight
# required: apart
# alone: sees
from functools import reduce


def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return reduce(lambda a, b: a, [1], count)


probe = make()
