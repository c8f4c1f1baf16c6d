def rendu(somme, pieces):
    rendues = []
    for piece in pieces:
        if somme >= piece:
            rendues.append(piece)
            somme = somme - piece
    return rendues
