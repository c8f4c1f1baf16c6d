def trier(l):
    for i in range(len(l)):
        plus_petit = i
        for j in range(i + 1, len(l)):
            if l[j] < l[plus_petit]:
                plus_petit = j
        l[i], l[plus_petit] = l[plus_petit], l[i]
