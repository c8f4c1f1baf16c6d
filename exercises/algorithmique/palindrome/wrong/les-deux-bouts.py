def est_palindrome(texte):
    lettres = texte.lower().replace(" ", "")
    return lettres[0] == lettres[-1]
