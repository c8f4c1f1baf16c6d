def compter_voyelles(texte):
    nombre = 0
    # À vous : examinez chaque lettre du texte.
    return nombre
