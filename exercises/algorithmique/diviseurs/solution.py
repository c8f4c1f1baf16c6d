def diviseurs(n):
    liste = []
    for candidat in range(1, n + 1):
        if n % candidat == 0:
            liste.append(candidat)
    return liste
