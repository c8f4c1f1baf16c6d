# attempts: carries a closure away as the key of a dict
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return sorted({count: 1})[0]


probe = make()
