# attempts: keeps a number on the function itself
# required: apart
# alone: sees
def probe(n):
    probe.count = getattr(probe, "count", -1) + 1
    return probe.count
