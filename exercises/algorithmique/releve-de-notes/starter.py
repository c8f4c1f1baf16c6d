prenom = input()
with open("notes.csv", encoding="utf-8") as fichier:
    for ligne in fichier:
        # À vous : découpez la ligne et comparez les prénoms.
        pass
