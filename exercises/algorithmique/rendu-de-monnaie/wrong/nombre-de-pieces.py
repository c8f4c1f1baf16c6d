def rendu(somme, pieces):
    nombre = 0
    for piece in pieces:
        nombre = nombre + somme // piece
        somme = somme % piece
    return nombre
