# call: recherche([1, 3, 5, 7], 5)
def recherche(l, x):
    debut, fin = 0, len(l) - 1
    while debut <= fin:
        m = (debut + fin) // 2
        if l[m] == x:
            return m
        elif l[m] < x:
            debut = m + 1
        else:
            fin = m - 1
    return -1
