# attempts: keeps a number on a class
# required: apart
# alone: sees
class Memory:
    count = -1


def probe(n):
    Memory.count += 1
    return Memory.count
