def communs(a, b):
    resultat = []
    # À vous : gardez les éléments de a qui sont aussi dans b.
    return resultat
