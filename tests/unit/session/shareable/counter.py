# call: frequences('abca')
from collections import Counter, defaultdict


def frequences(texte):
    c = Counter(x for x in texte if x.isalpha())
    groupes = defaultdict(list)
    for lettre, n in c.items():
        groupes[n].append(lettre)
    return [c.most_common(1), dict(groupes)]
