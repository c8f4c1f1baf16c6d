prenom = input()
resultat = "inconnu"
with open("notes.csv", encoding="utf-8") as fichier:
    for ligne in fichier:
        champs = ligne.strip().split(";")
        if champs[0] == prenom:
            resultat = (int(champs[1]) + int(champs[2])) / 2
print(resultat)
