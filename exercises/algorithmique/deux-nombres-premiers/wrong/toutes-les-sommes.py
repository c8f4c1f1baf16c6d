def est_premier(nombre):
    for diviseur in range(2, nombre):
        if nombre % diviseur == 0:
            return False
    return nombre >= 2


n = int(input())
for a in range(2, n):
    if est_premier(a) and est_premier(n - a):
        print(a, n - a)
