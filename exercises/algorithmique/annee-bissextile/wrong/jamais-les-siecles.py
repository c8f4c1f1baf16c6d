def bissextile(annee):
    return annee % 4 == 0 and annee % 100 != 0
