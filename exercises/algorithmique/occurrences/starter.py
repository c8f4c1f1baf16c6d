def occurrences(l):
    compte = {}
    # À vous : remplissez le dictionnaire.
    return compte
