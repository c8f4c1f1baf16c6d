# call: tri([5, 2, 9, 1])
def fusion(a, b):
    resultat = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            resultat.append(a[i]); i += 1
        else:
            resultat.append(b[j]); j += 1
    return resultat + a[i:] + b[j:]


def tri(l):
    if len(l) < 2:
        return l
    milieu = len(l) // 2
    return fusion(tri(l[:milieu]), tri(l[milieu:]))
