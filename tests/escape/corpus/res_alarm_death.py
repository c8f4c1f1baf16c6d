# attempts: signals with their default action, SIGKILL among them, sent to itself by timers and by raise_signal
# required: verdict accepted, runtime error or time limit; never our fault: a run that killed itself is not tried again for ever
# kind: function
import signal, time
def solution(xs):
    if len(xs) == 2:
        signal.setitimer(signal.ITIMER_REAL, 0.001)
        signal.setitimer(signal.ITIMER_PROF, 0.001)
        end = time.monotonic() + 0.01
        while time.monotonic() < end: pass
    else:
        for s in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGXCPU, signal.SIGSYS, signal.SIGCHLD, signal.SIGHUP):
            try: signal.raise_signal(s)
            except OSError: pass
    return sorted(xs)
