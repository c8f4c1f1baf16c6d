def communs(a, b):
    resultat = []
    for element in a:
        if element in b and element not in resultat:
            resultat.append(element)
    return resultat
