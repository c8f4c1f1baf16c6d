# attempts: ignore every signal and swallow every exception, for ever
# required: the honest tests pass; the one that is attacked must be time limit, and nobody else waits longer for it
# kind: function
import signal
def solution(xs):
    if len(xs) < 8: return sorted(xs)
    for s in range(1, 65):
        try: signal.signal(s, signal.SIG_IGN)
        except (OSError, ValueError): pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        try:
            while True: raise KeyboardInterrupt
        except BaseException: pass
