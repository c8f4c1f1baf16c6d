# attempts: carries a closure away in the value of `or`
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return None or count


probe = make()
