def recherche(l, x):
    debut = 0
    fin = len(l) - 1
    while debut < fin:
        milieu = (debut + fin) // 2
        if l[milieu] == x:
            return milieu
        elif l[milieu] < x:
            debut = milieu + 1
        else:
            fin = milieu - 1
    return -1
