# attempts: a dict of small tuples, grown until nothing is left, with the collector off and cycles
# required: verdict must be memory limit; score 0
# kind: function
import gc
gc.disable()
def solution(xs):
    d = {}
    while True:
        c = [0] * 1000
        c.append(c)
        d[len(d)] = c
