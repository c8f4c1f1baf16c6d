# attempts: reads an address in the message of a caught exception
# required: apart
# alone: blind
def probe(n):
    try:
        raise ValueError([lambda: n])
    except ValueError as error:
        return 0 if str(error) else 1
