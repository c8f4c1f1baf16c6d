def prix_panier(panier):
    total = 0
    for article in panier:
        if article in TARIF:
            total = total + TARIF[article] * panier[article]
        return total
