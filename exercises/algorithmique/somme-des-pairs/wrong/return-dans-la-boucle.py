def somme_pairs(n):
    somme = 0
    for nombre in range(1, n + 1):
        if nombre % 2 == 0:
            somme = somme + nombre
            return somme
