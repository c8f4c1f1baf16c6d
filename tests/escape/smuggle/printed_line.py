# attempts: leaves half a line on the output for the next call
# required: shared
# alone: sees
def probe(n):
    print("left behind", end="")
    return 0
