def trier(l):
    reste = list(l)
    resultat = []
    while len(reste) > 0:
        plus_petit = min(reste)
        reste.remove(plus_petit)
        resultat.append(plus_petit)
    return resultat
