# call: cesar('abc xyz', 3)
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def cesar(texte, cle):
    resultat = ""
    for c in texte:
        if c in ALPHABET:
            resultat += ALPHABET[(ALPHABET.index(c) + cle) % 26]
        else:
            resultat += c
    return resultat
