# attempts: reads an address in an exception's message
# required: apart
# alone: blind
def probe(n):
    try:
        [].index(lambda: 0)
    except ValueError as error:
        return 0 if "0x" in error.args[0] else 1
