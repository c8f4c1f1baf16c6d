# attempts: advances an iterator that was made while loading
# required: apart
# alone: sees
numbers = iter(range(1000))


def probe(n):
    for i in numbers:
        return i
