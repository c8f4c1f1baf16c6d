prenom = input()
resultat = "inconnu"
with open("notes.csv", encoding="utf-8") as fichier:
    for ligne in fichier:
        champs = ligne.split(";")
        if champs[0] == prenom:
            resultat = (champs[1] + champs[2]) / 2
print(resultat)
