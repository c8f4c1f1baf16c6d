# call: jour(3)
def jour(n):
    match n:
        case 1:
            return "lundi"
        case 2 | 3:
            return "début"
        case [a, b]:
            return a + b
        case _:
            return None
