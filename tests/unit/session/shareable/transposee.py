# call: transposee([[1, 2], [3, 4]])
def transposee(m):
    return [list(ligne) for ligne in zip(*m)]
