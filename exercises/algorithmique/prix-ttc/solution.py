def prix_ttc(prix_ht, taux):
    tva = prix_ht * taux / 100
    return prix_ht + tva
