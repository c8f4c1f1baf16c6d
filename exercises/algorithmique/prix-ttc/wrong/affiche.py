def prix_ttc(prix_ht, taux):
    print(prix_ht * (1 + taux / 100))
