# attempts: carries a closure away by yield
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    yield count


probe = next(make())
