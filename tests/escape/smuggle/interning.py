# attempts: looks whether a text was interned before
# required: apart
# alone: sees
import sys

mark = []


def probe(n):
    text = "".join(["se", "en"] * 3)
    mark.append(sys.intern(text))
    return len(mark) - 1
