# attempts: asks the collector for an object left in a cycle
# required: apart
# alone: sees
import gc


def probe(n):
    gc.disable()
    found = sum(1 for o in gc.get_objects() if type(o) is list and len(o) == 2 and o[0] == "left behind")
    o = ["left behind", None]
    o[1] = o
    return found
