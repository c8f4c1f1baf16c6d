prenom = input("Votre prénom ? ")
age = int(input("Votre âge ? "))
print(f"Bonjour {prenom} !")
print(f"Dans dix ans, vous aurez {age + 10} ans.")
