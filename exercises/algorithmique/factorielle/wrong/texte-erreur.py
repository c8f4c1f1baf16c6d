def factorielle(n):
    if n < 0:
        return "ValueError"
    produit = 1
    for facteur in range(1, n + 1):
        produit = produit * facteur
    return produit
