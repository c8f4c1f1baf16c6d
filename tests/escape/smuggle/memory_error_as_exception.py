# attempts: catches it under the name of Exception
# required: apart
# alone: blind
def probe(n):
    try:
        return 0 if [0] * (1 << 40) else 1
    except Exception:
        return 0
