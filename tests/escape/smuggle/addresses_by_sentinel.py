# attempts: has iter() call a generator function
# required: apart
# alone: blind
def generate():
    yield 1


def probe(n):
    return 0 if str(next(iter(generate, 0))) else 1
