def maximum(l):
    plus_grand = l[0]
    for i in range(len(l) - 1):
        if l[i] > plus_grand:
            plus_grand = l[i]
    return plus_grand
