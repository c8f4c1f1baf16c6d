# call: compter(3)
def compter(n):
    total = 0

    def ajouter(x):
        nonlocal total
        total += x

    for i in range(n):
        ajouter(i)
    return total
