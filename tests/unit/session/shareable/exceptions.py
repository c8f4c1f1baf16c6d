# call: convertir('x')
def convertir(s):
    try:
        return int(s)
    except ValueError as e:
        print("erreur :", e)
        return None
    except (TypeError, KeyError):
        return -1
