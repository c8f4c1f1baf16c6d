def prix_panier(panier):
    total = 0
    for article, quantite in panier.items():
        if article in TARIF:
            total = total + TARIF[article] * quantite
    return total
