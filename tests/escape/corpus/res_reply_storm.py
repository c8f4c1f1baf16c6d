# attempts: an interval timer that interrupts the reply of a megabyte, whose handler raises and writes
# required: verdict must be wrong answer, runtime error or time limit, never a torn reply that is taken for another
# kind: function
import signal, sys
def ring(*_):
    sys.stdout.write('!')
    raise KeyboardInterrupt
def solution(xs):
    value = [list(xs)] * 20000
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.00002, 0.00002)
    return value
