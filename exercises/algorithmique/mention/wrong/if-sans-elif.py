def mention(moyenne):
    resultat = "refusé"
    if moyenne >= 16:
        resultat = "très bien"
    if moyenne >= 14:
        resultat = "bien"
    if moyenne >= 12:
        resultat = "assez bien"
    if moyenne >= 10:
        resultat = "passable"
    return resultat
