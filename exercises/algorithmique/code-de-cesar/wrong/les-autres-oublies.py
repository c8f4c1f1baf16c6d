def chiffrer(texte, decalage):
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    resultat = ""
    for lettre in texte:
        if lettre in alphabet:
            resultat = resultat + alphabet[(alphabet.index(lettre) + decalage) % 26]
    return resultat
