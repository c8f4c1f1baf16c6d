# attempts: gives a method that is bound to a dict the function's name
# required: apart
# alone: sees
from collections import defaultdict


def make():
    seen = defaultdict(int)

    def count(n):
        seen[0] += 1
        return seen[0] - 1
    return [count].pop


probe = make()()
