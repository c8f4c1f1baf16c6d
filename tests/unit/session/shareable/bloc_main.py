# call: double(4)
def double(x):
    return 2 * x


if __name__ == "__main__":
    valeurs = []
    n = int(input("n ? "))
    valeurs.append(double(n))
    print(valeurs, file=None)
