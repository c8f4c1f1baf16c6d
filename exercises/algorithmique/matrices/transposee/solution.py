def transposee(m):
    resultat = []
    for j in range(len(m[0])):
        ligne = []
        for i in range(len(m)):
            ligne.append(m[i][j])
        resultat.append(ligne)
    return resultat
