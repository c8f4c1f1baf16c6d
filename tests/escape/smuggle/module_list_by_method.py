# attempts: calls a bound method that was taken while loading
# required: apart
# alone: sees
calls = []
remember = calls.append


def probe(n):
    remember(n)
    return len(calls) - 1
