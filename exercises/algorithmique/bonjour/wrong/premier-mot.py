prenom = input().split()[0]
age = int(input())
print("Bonjour", prenom, "!")
print("Dans dix ans, vous aurez", age + 10, "ans.")
