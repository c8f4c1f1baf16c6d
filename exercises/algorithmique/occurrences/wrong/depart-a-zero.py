def occurrences(l):
    compte = {}
    for element in l:
        if element in compte:
            compte[element] += 1
        else:
            compte[element] = 0
    return compte
