# call: produit([[1, 2], [3, 4]], [[0, 1], [1, 0]])
def produit(a, b):
    n, p, q = len(a), len(b), len(b[0])
    c = [[0] * q for _ in range(n)]
    for i in range(n):
        for j in range(q):
            s = 0
            for k in range(p):
                s = s + a[i][k] * b[k][j]
            c[i][j] = s
    return c
