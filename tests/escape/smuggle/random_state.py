# attempts: advances the random generator
# required: apart
# alone: sees
import random

random.seed(1)
first = random.random()
random.seed(1)


def probe(n):
    return 0 if random.random() == first else 1
