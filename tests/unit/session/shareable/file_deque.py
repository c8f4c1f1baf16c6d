# call: parcours({'a': ['b'], 'b': []}, 'a')
from collections import deque


def parcours(graphe, depart):
    vus, file = [depart], deque([depart])
    while file:
        s = file.popleft()
        for v in graphe[s]:
            if v not in vus:
                vus.append(v)
                file.append(v)
    return vus
