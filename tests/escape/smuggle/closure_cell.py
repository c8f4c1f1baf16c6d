# attempts: keeps a number in the cell of a closure
# required: apart
# alone: sees
def make():
    count = -1

    def inner(n):
        nonlocal count
        count += 1
        return count

    return inner


probe = make()
