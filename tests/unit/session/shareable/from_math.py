# call: hypotenuse(3, 4)
from math import sqrt, pi


def hypotenuse(a, b):
    return sqrt(a * a + b * b) + 0 * pi
