def factorielle(n):
    produit = n
    for facteur in range(1, n):
        produit = produit * facteur
    return produit
