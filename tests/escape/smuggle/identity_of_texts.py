# attempts: looks whether an equal text was made before
# required: apart
# alone: blind
def probe(n):
    a = "left" + str(12)
    b = "left" + str(12)
    return 1 if a is b else 0
