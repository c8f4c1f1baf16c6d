def prix_ttc(prix_ht, taux):
    return prix_ht * 1.2
