# attempts: replaces its own defaults
# required: apart
# alone: sees
def probe(n, count=0):
    probe.__defaults__ = (count + 1,)
    return count
