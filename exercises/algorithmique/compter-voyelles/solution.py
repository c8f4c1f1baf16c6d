def compter_voyelles(texte):
    nombre = 0
    for lettre in texte.lower():
        if lettre in "aeiouy":
            nombre = nombre + 1
    return nombre
