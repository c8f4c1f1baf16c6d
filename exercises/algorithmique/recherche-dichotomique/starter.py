def recherche(l, x):
    debut = 0
    fin = len(l) - 1
    # À vous : réduisez la zone de recherche, tour après tour.
    return -1
