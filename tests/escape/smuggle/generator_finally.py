# attempts: leaves a generator whose end is told in a later call
# required: apart
# alone: sees
seen = []


def leave():
    try:
        yield 1
    finally:
        seen.append(1)


def probe(n):
    next(leave())
    return len(seen) - 1
