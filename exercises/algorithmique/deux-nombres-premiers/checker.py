# Toute bonne décomposition est acceptée, pas seulement celle de la solution.


def est_premier(n):
    if n < 2:
        return False
    for diviseur in range(2, n):
        if n % diviseur == 0:
            return False
    return True


def check(stdin, output, expected):
    n = int(stdin)
    mots = output.split()
    if len(mots) != 2:
        return "0", "Affichez exactement deux nombres, séparés par un espace."
    for mot in mots:
        if not (mot.isascii() and mot.isdigit() and len(mot) < 6):
            return "0", "Affichez deux nombres entiers positifs, sans autre texte."
    a, b = int(mots[0]), int(mots[1])
    if a + b != n:
        return "0", f"{a} + {b} ne fait pas {n}."
    for nombre in (a, b):
        if not est_premier(nombre):
            return "1/2", f"La somme est juste, mais {nombre} n’est pas un nombre premier."
    return True
