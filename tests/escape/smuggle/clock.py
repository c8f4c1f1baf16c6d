# attempts: looks at how long ago it was loaded
# required: apart
# alone: sees
import time

loaded = time.monotonic_ns()
calls = []


def probe(n):
    calls.append(time.monotonic_ns() - loaded)
    return len(calls) - 1
