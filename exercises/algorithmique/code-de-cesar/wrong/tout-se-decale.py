def chiffrer(texte, decalage):
    resultat = ""
    for caractere in texte:
        resultat += chr((ord(caractere) - 97 + decalage) % 26 + 97)
    return resultat
