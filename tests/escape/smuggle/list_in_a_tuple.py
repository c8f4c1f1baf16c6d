# attempts: hides a list in a constant-looking tuple
# required: apart
# alone: sees
CALLS = (1, [])


def probe(n):
    CALLS[1].append(n)
    return len(CALLS[1]) - 1
