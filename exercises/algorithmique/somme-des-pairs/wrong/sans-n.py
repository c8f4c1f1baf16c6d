def somme_pairs(n):
    somme = 0
    for nombre in range(0, n, 2):
        somme = somme + nombre
    return somme
