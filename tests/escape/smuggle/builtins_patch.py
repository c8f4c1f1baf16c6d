# attempts: replaces a built-in function
# required: apart
# alone: sees
import builtins


def probe(n):
    count = getattr(builtins, "seen", -1) + 1
    builtins.seen = count
    return count
