# attempts: changes the recursion limit
# required: apart
# alone: sees
import sys

start = sys.getrecursionlimit()


def probe(n):
    sys.setrecursionlimit(sys.getrecursionlimit() + 1)
    return sys.getrecursionlimit() - start - 1
