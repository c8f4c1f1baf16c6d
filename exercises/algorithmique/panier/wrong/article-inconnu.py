def prix_panier(panier):
    total = 0
    for article in panier:
        total = total + TARIF[article] * panier[article]
    return total
