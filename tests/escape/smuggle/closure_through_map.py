# attempts: has map() hand back a closure, out of sight
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return next(map(lambda i: count, [1]))


probe = make()
