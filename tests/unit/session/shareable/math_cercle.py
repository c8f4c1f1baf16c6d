# call: cercle(2)
import math

DEUX_PI = 2 * 3.14


def cercle(r):
    return round(math.pi * r ** 2, 2), math.floor(DEUX_PI * r), math.sqrt(r)
