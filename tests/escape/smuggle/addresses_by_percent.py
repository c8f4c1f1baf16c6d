# attempts: writes the address of a function by %
# required: apart
# alone: blind
def probe(n):
    text = "%r" % (lambda: 0)
    return 0 if "0x" in text else text
