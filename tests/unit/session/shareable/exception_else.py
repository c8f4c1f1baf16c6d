# call: diviser(1, 0)
def diviser(a, b):
    try:
        r = a / b
    except ZeroDivisionError:
        return "infini"
    else:
        return r
