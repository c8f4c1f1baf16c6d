def occurrences(l):
    resultat = []
    for element in l:
        if (element, l.count(element)) not in resultat:
            resultat.append((element, l.count(element)))
    return resultat
