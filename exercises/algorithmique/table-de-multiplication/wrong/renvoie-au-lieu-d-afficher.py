def table(n):
    lignes = ""
    for i in range(1, 11):
        lignes = lignes + f"{n} x {i} = {n * i}\n"
    return lignes
