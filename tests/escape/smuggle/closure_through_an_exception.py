# attempts: carries a closure away in an exception
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    try:
        raise ValueError(count)
    except ValueError as error:
        return error.args[0]


probe = make()
