# attempts: reaches a bound method through a format field
# required: apart
# alone: blind
def probe(n):
    text = "{0.append}".format([])
    return 0 if "0x" in text else text
