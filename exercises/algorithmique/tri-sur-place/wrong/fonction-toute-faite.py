def trier(l):
    l[:] = sorted(l)
