# call: chercher([1, 2], 3)
def chercher(l, x):
    for i, y in enumerate(l):
        if y == x:
            break
        if y < 0:
            continue
    else:
        return "absent"
    return i
