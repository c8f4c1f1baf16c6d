prenom = input()
age = int(input())
print(f"Bonjour {prenom} !")
print(f"Dans dix ans, vous aurez {age + 10} ans.")
