# call: nombres('1 2 3')
def nombres(s):
    l = list(map(int, s.split()))
    return list(filter(lambda x: x > 1, l)), sum(map(lambda x: x * x, l)), str(l)
