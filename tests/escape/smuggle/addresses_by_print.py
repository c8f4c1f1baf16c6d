# attempts: prints the address of an iterator
# required: apart
# alone: blind
def probe(n):
    print(map(len, []))
    return 0
