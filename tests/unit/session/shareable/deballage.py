# call: deballer([1, 2, 3, 4])
def deballer(l):
    premier, *milieu, dernier = l
    d = {**{"a": premier}, "b": [*milieu]}
    return max(*l), d, (premier < dernier <= 10)


def somme(*valeurs, **options):
    return sum(valeurs)
