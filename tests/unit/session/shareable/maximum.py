# call: maximum([3, 1, 2])
def maximum(l):
    """Renvoie le maximum de la liste."""
    if not l:
        raise ValueError("liste vide")
    m = l[0]
    for x in l:
        if x > m:
            m = x
    return m
