ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def chiffrer(texte, decalage):
    resultat = ""
    # À vous : traitez chaque caractère du texte.
    return resultat
