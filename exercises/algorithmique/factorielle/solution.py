def factorielle(n):
    if n < 0:
        raise ValueError("n doit être positif ou nul")
    produit = 1
    for facteur in range(2, n + 1):
        produit = produit * facteur
    return produit
