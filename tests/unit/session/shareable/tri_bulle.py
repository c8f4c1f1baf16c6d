# call: tri([3, 1, 2])
def echanger(l, i, j):
    l[i], l[j] = l[j], l[i]


def tri(l):
    l = l[:]
    echange = True
    while echange:
        echange = False
        for i in range(len(l) - 1):
            if l[i] > l[i + 1]:
                echanger(l, i, i + 1)
                echange = True
    return l
