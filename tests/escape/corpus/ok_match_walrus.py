# attempts: nothing: honest, with match, walrus, star expressions, try and finally, nested functions and recursion
# required: verdict must be accepted, full score
# kind: function
def solution(xs):
    log = []
    def quick(l):
        match l:
            case [] | [_]: return list(l)
            case [pivot, *rest]:
                try:
                    if (n := len(rest)) > 10**6: raise ValueError(n)
                    return [*quick([x for x in rest if x < pivot]), pivot, *quick([x for x in rest if x >= pivot])]
                finally: log.append(pivot)
    def describe(v):
        match v:
            case {'k': int(n), **rest} if n > 0: return n, rest
            case (1, x) | [2, x]: return x
            case str() as s: return s
            case _: return None
    assert describe({'k': 3, 'a': 1}) == (3, {'a': 1}) and describe((1, 5)) == 5 and describe('é') == 'é' and describe(0) is None
    for i in range(3):
        try:
            if i == 1: continue
        except ZeroDivisionError: pass
        else: log.append(i)
    else: return quick(xs)
