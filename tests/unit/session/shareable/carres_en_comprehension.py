# call: carres([1, 2, 3])
def carres(l):
    return [x ** 2 for x in l if x % 2 == 1]
