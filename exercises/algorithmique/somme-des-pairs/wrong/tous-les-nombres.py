def somme_pairs(n):
    somme = 0
    for nombre in range(n + 1):
        somme = somme + nombre
    return somme
