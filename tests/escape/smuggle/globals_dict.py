# attempts: writes into globals()
# required: apart
# alone: sees
def probe(n):
    globals()["seen"] = globals().get("seen", -1) + 1
    return seen
