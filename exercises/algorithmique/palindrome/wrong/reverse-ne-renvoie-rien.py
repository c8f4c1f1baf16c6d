def est_palindrome(texte):
    lettres = list(texte.lower().replace(" ", ""))
    return lettres == lettres.reverse()
