def produit(a, b):
    resultat = []
    # À vous : combien de lignes, combien de colonnes ?
    return resultat
