# attempts: looks at how often its own cache was filled
# required: apart
# alone: sees
from functools import lru_cache


@lru_cache(maxsize=None)
def square(n):
    return n * n


def probe(n):
    square(n)
    return square.cache_info().currsize - 1
