# attempts: leaves a signal handler
# required: apart
# alone: sees
import signal


def probe(n):
    before = signal.getsignal(signal.SIGUSR1)
    signal.signal(signal.SIGUSR1, lambda *a: None)
    return 1 if callable(before) else 0
