# attempts: write to the channel from a signal handler, at any moment of the step
# required: verdict must be runtime error, or accepted where the reply left first; never a mark for the forged bytes
# kind: function
import os, signal
def ring(*_): os.write(3, b'\0' * 16)
def solution(xs):
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
    return sorted(xs)
