# attempts: advances a generator that was made while loading
# required: apart
# alone: sees
numbers = (i for i in range(1000))


def probe(n):
    return next(numbers)
