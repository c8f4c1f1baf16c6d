ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def chiffrer(texte, decalage):
    resultat = ""
    for caractere in texte:
        if caractere in ALPHABET:
            place = (ALPHABET.index(caractere) + decalage) % 26
            resultat = resultat + ALPHABET[place]
        else:
            resultat = resultat + caractere
    return resultat
