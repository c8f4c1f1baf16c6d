# call: maximum([1, 3, 2])
def max(a, b):
    return a if a > b else b


def sum(l):
    s = 0
    for x in l:
        s += x
    return s


def maximum(l):
    m = l[0]
    for x in l:
        m = max(m, x)
    t = type(m)
    print(type(l), t == int, type(m) in (int, float), str(t))
    return m, sum(l), isinstance(m, int)
