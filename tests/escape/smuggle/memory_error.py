# attempts: catches MemoryError to feel what is left
# required: apart
# alone: blind
def probe(n):
    try:
        return 0 if [0] * (1 << 40) else 1
    except MemoryError:
        return 0
