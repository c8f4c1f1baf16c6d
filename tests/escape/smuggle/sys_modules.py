# attempts: leaves a module behind
# required: apart
# alone: sees
import sys


def probe(n):
    sys.modules["seen"] = sys.modules.get("seen", -1) + 1
    return sys.modules["seen"]
