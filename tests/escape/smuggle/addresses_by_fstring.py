# attempts: writes the address of a generator in an f-string
# required: apart
# alone: blind
def probe(n):
    g = (i for i in [])
    text = f"{g}"
    keep = [text for i in range(100)]
    return 0 if len(keep) == 100 else text
