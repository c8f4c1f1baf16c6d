def prix_panier(panier):
    total = 0
    # À vous : TARIF["clavier"] donne le prix d'un clavier.
    return total
