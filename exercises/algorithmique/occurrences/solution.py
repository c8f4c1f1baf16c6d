def occurrences(l):
    compte = {}
    for element in l:
        if element in compte:
            compte[element] = compte[element] + 1
        else:
            compte[element] = 1
    return compte
