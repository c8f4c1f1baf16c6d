# attempts: C recursion without a bound: comparison, hash, pickle, deepcopy, reduce, a chain of iterators
# required: verdict runtime error: the stack’s end is a crash of the run alone; score 0
# kind: function
import sys, itertools, functools
sys.setrecursionlimit(2**31 - 1)
def solution(xs):
    if len(xs) == 3:
        a, b = [], []
        for _ in range(3 * 10**5): a, b = [a], [b]
        return a == b
    if len(xs) == 2:
        t = ()
        for _ in range(3 * 10**5): t = (t,)
        return hash(t)
    i = iter(())
    for _ in range(3 * 10**5): i = itertools.chain(i)
    return list(i)
