# attempts: reads the address of a generator that was unpacked from map()
# required: apart
# alone: blind
def generate(i):
    yield i


def probe(n):
    a, b = map(generate, [1, 2])
    return 0 if f"{a}" != f"{b}" else 1
