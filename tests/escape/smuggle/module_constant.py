# attempts: replaces a constant of a module
# required: apart
# alone: sees
import math


def probe(n):
    before = math.pi
    math.pi = before + 1
    return int(before) - 3
