def diviseurs(n):
    liste = []
    for candidat in range(1, n):
        if n % candidat == 0:
            liste.append(candidat)
    return liste
