def diviseurs(n):
    liste = []
    candidat = 1
    while candidat * candidat <= n:
        if n % candidat == 0:
            liste.append(candidat)
            liste.append(n // candidat)
        candidat += 1
    return liste
