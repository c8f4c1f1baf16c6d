# call: somme([1, 2, 3])
def somme(l):
    total = 0
    for i in range(len(l)):
        total += l[i]
    return total

print(somme([1, 2]))
