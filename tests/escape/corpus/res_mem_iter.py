# attempts: memory behind iterators that nobody sees: tee, a deque, a product of ranges
# required: verdict memory limit, time limit or runtime error (CPython’s own SystemError where a deque cannot grow); score 0
# kind: function
import itertools, collections
def solution(xs):
    if len(xs) == 3:
        a, b = itertools.tee(bytes(1 << 20) for _ in itertools.count())
        return sum(1 for _ in a)
    if len(xs) == 2: return collections.deque(itertools.repeat(0))
    return list(itertools.product(range(10**3), repeat=3))
