# attempts: replaces its own code
# required: apart
# alone: blind
def probe(n):
    count = probe.__code__.co_consts[1]
    try:
        probe.__code__ = probe.__code__.replace(co_consts=(None, count + 1) + probe.__code__.co_consts[2:])
    except PermissionError:
        pass  # the audit hook's doing
    return 0


def later(n):
    return 0
