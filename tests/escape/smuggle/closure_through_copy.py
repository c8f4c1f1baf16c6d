# attempts: has copy() hand back a closure
# required: apart
# alone: sees
from copy import copy


def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return copy(count)


probe = make()
