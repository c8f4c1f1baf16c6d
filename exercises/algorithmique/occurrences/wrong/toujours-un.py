def occurrences(l):
    compte = {}
    for element in l:
        compte[element] = 1
    return compte
