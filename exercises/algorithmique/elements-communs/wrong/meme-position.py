def communs(a, b):
    resultat = []
    for i in range(min(len(a), len(b))):
        if a[i] == b[i]:
            resultat.append(a[i])
    return resultat
