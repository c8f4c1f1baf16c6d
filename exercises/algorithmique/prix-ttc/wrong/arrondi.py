def prix_ttc(prix_ht, taux):
    return round(prix_ht * (1 + taux / 100))
