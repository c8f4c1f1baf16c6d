# call: pairs(10)
def suite(n):
    i = 0
    while i < n:
        yield i
        i += 2


def pairs(n):
    l = []
    for x in suite(n):
        l.append(x)
    return l, list(suite(3)), sum(suite(4))
