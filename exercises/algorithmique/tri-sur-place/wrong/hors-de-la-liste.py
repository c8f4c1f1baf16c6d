def trier(l):
    for tour in range(len(l)):
        for i in range(len(l)):
            if l[i] > l[i + 1]:
                l[i], l[i + 1] = l[i + 1], l[i]
