# attempts: looks for numbers that it changed in place
# required: shared
# alone: sees
def probe(n):
    x = 1000
    x += 1
    y = [x] * 3
    y[0] += 1
    return x - 1001
