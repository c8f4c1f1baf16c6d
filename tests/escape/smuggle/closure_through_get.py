# attempts: has a dict hand back a closure as the default
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    return {}.get(1, count)


probe = make()
