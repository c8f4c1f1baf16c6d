def maximum(l):
    if len(l) == 0:
        raise ValueError("une liste vide n'a pas de maximum")
    plus_grand = l[0]
    for nombre in l:
        if nombre > plus_grand:
            plus_grand = nombre
    return plus_grand
