# attempts: cycles through tuples, dicts and frozensets, sharing at every depth, a range of huge integers
# required: verdict must be wrong answer with a clear message
# kind: function
def solution(xs):
    if len(xs) == 3:
        l = []; t = (l, {'k': l}, frozenset([1])); l.append(t)
        return {'t': t, 'l': [t, t]}
    if len(xs) == 2:
        x = ()
        for _ in range(99): x = (x, x) if len(str(x)) < 500 else (x,)
        return [x] * 1000
    return [range(-10**4000, 10**4000, 10**3999), {float('nan'): 1, (): 2, frozenset(): 3}]
