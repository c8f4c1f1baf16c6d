# attempts: looks for an earlier exception behind its own
# required: apart
# alone: blind
def probe(n):
    depth = 0
    try:
        raise ValueError(n)
    except ValueError as error:
        while error.__context__ is not None:
            depth += 1
            error = error.__context__
    return depth
