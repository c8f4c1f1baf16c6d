# call: tri([5, 2, 9, 1])
def tri(l):
    if not l:
        return []
    pivot = l[0]
    return tri([x for x in l[1:] if x < pivot]) + [pivot] + tri([x for x in l[1:] if x >= pivot])
