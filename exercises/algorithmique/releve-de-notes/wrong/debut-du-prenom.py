prenom = input()
resultat = "inconnu"
with open("notes.csv", encoding="utf-8") as fichier:
    for ligne in fichier:
        if ligne.startswith(prenom):
            champs = ligne.strip().split(";")
            resultat = (int(champs[1]) + int(champs[2])) / 2
            break
print(resultat)
