# attempts: leaves an attribute on a module
# required: apart
# alone: sees
import math


def probe(n):
    math.seen = getattr(math, "seen", -1) + 1
    return math.seen
