def diviseurs(n):
    liste = []
    # À vous : essayez tous les candidats.
    return liste
