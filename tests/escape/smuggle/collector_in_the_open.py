# attempts: leaves cycles behind and hopes that somebody counts them
# required: shared
# alone: sees
def probe(n):
    def recursive(k):
        return recursive(k - 1) if k > 0 else 0

    cycle = []
    cycle.append(cycle)
    return recursive(3)
