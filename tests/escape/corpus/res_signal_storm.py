# attempts: timers of every clock at their shortest period, with a handler, while it computes and while it answers
# required: verdict accepted or time limit: calls that are interrupted go on
# kind: function
import signal
count = [0]
def ring(*_): count[0] += 1
def solution(xs):
    for clock, s in ((0, signal.SIGALRM), (1, signal.SIGVTALRM), (2, signal.SIGPROF)):
        signal.signal(s, ring)
        signal.setitimer(clock, 0.00005, 0.00005)
    print('x' * 60000)
    return sorted(xs)
