def bissextile(annee):
    if annee % 4 == 0:
        return True
    else:
        return False
