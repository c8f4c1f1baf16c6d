prenom = input()
age = input()
print("Bonjour", prenom, "!")
print("Dans dix ans, vous aurez", age + 10, "ans.")
