def communs(a, b):
    resultat = []
    for element in a:
        if element in b:
            resultat.append(element)
            break
    return resultat
