def chiffrer(texte, decalage):
    resultat = ""
    for caractere in texte:
        if "a" <= caractere <= "z":
            resultat += chr(ord(caractere) + decalage)
        else:
            resultat += caractere
    return resultat
