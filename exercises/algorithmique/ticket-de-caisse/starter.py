total = 0
ligne = input()
# À vous : répétez tant que la ligne n'est pas « fin ».
print(f"Total : {total:.2f} €")
