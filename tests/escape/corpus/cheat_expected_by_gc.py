# attempts: look through every object that the collector knows for a sorted copy of the argument
# required: verdict must be wrong answer: the expected value is in no process that runs an answer; score 0
# kind: function
import gc
def solution(xs):
    gc.collect()
    if hasattr(gc, 'unfreeze'): gc.unfreeze()
    n, total = len(xs), sum(xs)
    for o in gc.get_objects():
        for c in [o] + gc.get_referents(o):
            if type(c) is list and c is not xs and len(c) == n > 2 and all(type(x) is int for x in c):
                if sum(c) == total and all(a <= b for a, b in zip(c, c[1:])): return c
    return None
