def rendu(somme, pieces):
    rendues = []
    for piece in pieces:
        while somme >= piece:
            rendues.append(piece)
            somme = somme - piece
    return rendues
