# call: combiner([1, 2], ['a', 'b'])
def combiner(a, b):
    r = []
    for i, (x, y) in enumerate(zip(a, b), 1):
        r.append(f"{i}:{x}{y}")
    for x in reversed(a):
        r.append(str(x))
    return r
