# attempts: has zip() hand back a closure, out of sight
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return next(zip([count]))[0]


probe = make()
