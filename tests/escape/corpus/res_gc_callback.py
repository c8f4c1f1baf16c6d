# attempts: a callback of the collector that empties every list and dict it finds, while the session makes the next request’s objects
# required: verdict any but a wrong mark: at worst a crash of this run
# kind: function
import gc
def clear(phase, info):
    for o in gc.get_objects():
        if type(o) is list and o is not gc.callbacks: o.clear()
gc.collect()
gc.freeze()
gc.set_threshold(1, 1, 1)
gc.callbacks.append(clear)
def solution(xs):
    return sorted(xs)
