# call: equilibre('([])')
OUVRANTES = ("(", "[", "{")


def equilibre(s):
    pile = []
    paires = {")": "(", "]": "[", "}": "{"}
    for c in s:
        if c in OUVRANTES:
            pile.append(c)
        elif c in paires:
            if not pile or pile.pop() != paires[c]:
                return False
    return pile == []
