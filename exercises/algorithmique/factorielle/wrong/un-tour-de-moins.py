def factorielle(n):
    produit = 1
    for facteur in range(1, n):
        produit = produit * facteur
    return produit
