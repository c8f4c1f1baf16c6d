# call: appliquer([1, 2])
double = lambda x: x * 2


def appliquer(l):
    return [double(x) for x in l]
