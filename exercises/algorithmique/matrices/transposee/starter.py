def transposee(m):
    resultat = []
    # À vous : ajoutez une ligne à resultat pour chaque colonne de m.
    return resultat
