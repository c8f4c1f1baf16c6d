# attempts: fills the memory and looks when it is full
# required: apart
# alone: sees
hoard = []


def probe(n):
    try:
        hoard.append("x" * 50000000)
        return len(hoard) - 1
    except MemoryError:
        return len(hoard)
