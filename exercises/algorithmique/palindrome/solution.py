def est_palindrome(texte):
    lettres = texte.lower().replace(" ", "")
    for i in range(len(lettres) // 2):
        if lettres[i] != lettres[len(lettres) - 1 - i]:
            return False
    return True
