# attempts: counts its calls in a global
# required: apart
# alone: sees
count = 0


def probe(n):
    global count
    count += 1
    return count - 1
