# call: compter('abca')
def compter(texte):
    d = {}
    for c in texte.lower():
        d[c] = d.get(c, 0) + 1
    return sorted(d.items(), key=lambda p: (-p[1], p[0]))
