def maximum(l):
    plus_grand = l[0]
    for nombre in l:
        if nombre > plus_grand:
            plus_grand = nombre
        return plus_grand
