prenom = input()
age = 20
print("Bonjour " + prenom + " !")
print("Dans dix ans, vous aurez " + str(age + 10) + " ans.")
