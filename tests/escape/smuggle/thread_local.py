# attempts: keeps a number in thread-local storage
# required: apart
# alone: sees
import threading

local = threading.local()


def probe(n):
    local.count = getattr(local, "count", -1) + 1
    return local.count
