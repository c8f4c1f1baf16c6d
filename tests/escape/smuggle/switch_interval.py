# attempts: changes the switch interval
# required: apart
# alone: sees
import sys


def probe(n):
    seconds = round(sys.getswitchinterval() * 1000)
    sys.setswitchinterval((seconds + 1) / 1000)
    return seconds - 5
