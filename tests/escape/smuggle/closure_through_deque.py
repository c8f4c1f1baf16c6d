# attempts: carries a closure away in a deque
# required: apart
# alone: sees
from collections import deque


def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return deque([count]).pop()


probe = make()
