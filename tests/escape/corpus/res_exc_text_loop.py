# attempts: an exception whose text takes for ever, after the call is over
# required: the honest tests pass; the one that is attacked must be time limit, and nobody else waits longer for it
# kind: function
class Slow(Exception):
    def __str__(self):
        while True: pass
def solution(xs):
    if len(xs) < 8: return sorted(xs)
    raise Slow
