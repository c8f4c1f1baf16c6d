# call: profondeur({1: [2], 2: [1]}, 1)
def profondeur(g, s, vus=None):
    if vus is None:
        vus = []
    vus.append(s)
    for v in g[s]:
        if v not in vus:
            profondeur(g, v, vus)
    return vus
