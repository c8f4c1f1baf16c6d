# attempts: writes into the dict of a built-in type
# required: apart
# alone: sees
import gc


def probe(n):
    d = gc.get_referents(int.__dict__)[0]
    d["seen"] = d.get("seen", -1) + 1
    return d["seen"]
