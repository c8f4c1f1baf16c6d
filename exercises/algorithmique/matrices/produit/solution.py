def produit(a, b):
    resultat = []
    for i in range(len(a)):
        ligne = []
        for j in range(len(b[0])):
            somme = 0
            for k in range(len(b)):
                somme = somme + a[i][k] * b[k][j]
            ligne.append(somme)
        resultat.append(ligne)
    return resultat
