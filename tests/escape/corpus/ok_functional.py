# attempts: nothing: honest, with functools, itertools, operator, closures, lambdas and comprehensions
# required: verdict must be accepted, full score
# kind: function
import functools, itertools, operator
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def solution(xs):
    merge = lambda a, b: list(itertools.chain(a[:0], _merge(list(a), list(b))))
    assert fib(80) == 23416728348467685 and functools.reduce(operator.add, range(5)) == 10
    assert [k for k, g in itertools.groupby('aabbc')] == ['a', 'b', 'c'] and list(itertools.accumulate([1, 2, 3])) == [1, 3, 6]
    return functools.reduce(merge, ([x] for x in xs), [])
def _merge(a, b):
    while a and b: yield (a if a[0] <= b[0] else b).pop(0)
    yield from a or b
