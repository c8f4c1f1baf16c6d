# call: communs([1, 2, 3], [2, 3, 4])
def communs(a, b):
    return sorted(set(a) & set(b)), sorted({x for x in a} | set(b)), len(set(a).union(b))
