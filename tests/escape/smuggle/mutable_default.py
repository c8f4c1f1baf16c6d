# attempts: keeps a list in a default value
# required: apart
# alone: sees
def probe(n, seen=[]):
    seen.append(n)
    return len(seen) - 1
