# attempts: leaves a trace function
# required: apart
# alone: sees
import sys


def probe(n):
    before = sys.getprofile()
    sys.setprofile(lambda *a: None)
    return 1 if before else 0
