def somme_pairs(n):
    somme = 0
    # À vous : ajoutez chaque nombre pair à la somme.
    return somme
