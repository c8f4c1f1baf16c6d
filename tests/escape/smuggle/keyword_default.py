# attempts: keeps a dict in the default of a keyword-only parameter
# required: apart
# alone: sees
def probe(n, *, seen={}):
    seen[n] = True
    return len(seen) - 1
