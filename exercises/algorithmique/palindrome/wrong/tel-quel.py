def est_palindrome(texte):
    return texte == texte[::-1]
