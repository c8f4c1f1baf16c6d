# call: puissances(3)
def puissances(n):
    def puissance(x, k):
        if k == 0:
            return 1
        return x * puissance(x, k - 1)

    resultats = []
    for i in range(n):
        resultats.append(puissance(2, i))
    return f"{resultats}"
