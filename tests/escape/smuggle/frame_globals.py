# attempts: reaches the names of the module through a frame
# required: apart
# alone: sees
import sys


def probe(n):
    names = sys._getframe().f_globals
    names["seen"] = names.get("seen", -1) + 1
    return names["seen"]
