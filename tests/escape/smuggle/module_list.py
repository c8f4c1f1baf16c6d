# attempts: appends to a list of the module
# required: apart
# alone: sees
calls = []


def probe(n):
    calls.append(n)
    return len(calls) - 1
