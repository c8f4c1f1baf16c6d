total = 0
ligne = input()
while ligne != "fin":
    total = total + float(ligne)
    ligne = input()
print(f"Total : {total:.2f} €")
