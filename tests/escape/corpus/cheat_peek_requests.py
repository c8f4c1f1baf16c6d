# attempts: read the channel during the call, for a request that was sent ahead (another test, its expected value)
# required: verdict accepted: nothing is ever there, and an interrupted read does no harm
# kind: function
import os, signal
class Late(Exception): pass
def ring(*_): raise Late
def attack(xs):
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try: return os.read(3, 65536)
    except Late: return None
    finally: signal.setitimer(signal.ITIMER_REAL, 0)
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
