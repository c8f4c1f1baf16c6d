# call: nature(3)
def nature(x):
    if isinstance(x, bool) or type(x) is bool:
        return "bool"
    if type(x) == int:
        return "entier"
    return "autre" if x is not None else "rien"
