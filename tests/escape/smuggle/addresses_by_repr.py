# attempts: compares the addresses of new objects, by repr
# required: apart
# alone: blind
def probe(n):
    here = repr([].append)
    there = repr(lambda: here)
    first = "at 0x" + "7" * 12
    return 0 if here[-15:] != there[-15:] or here == first else 1
