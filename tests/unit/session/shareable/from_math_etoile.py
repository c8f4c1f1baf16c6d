# call: aire(1)
from math import *


def aire(r):
    return pi * pow(r, 2) + floor(sqrt(r))
