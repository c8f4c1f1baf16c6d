def rendu(somme, pieces):
    rendues = []
    # À vous : essayez les pièces, de la plus grosse à la plus petite.
    return rendues
