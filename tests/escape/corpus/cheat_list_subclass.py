# attempts: subclasses of list, int and str with the right content and every operator lying
# required: verdict must be wrong answer: only the exact types are plain data; score 0
# kind: function
def lying(base):
    d = {n: lambda *a: True for n in ('__eq__', '__le__', '__lt__', '__ge__', '__gt__', '__contains__', '__instancecheck__')}
    d.update(__ne__=lambda *a: False, __hash__=lambda s: 0, __class__=property(lambda s: base), __reduce_ex__=lambda s, n: (base, ()))
    return type(base.__name__, (base,), d)
L, I = lying(list), lying(int)
def solution(xs):
    return {3: lambda: L(sorted(xs)), 2: lambda: [I(x) for x in xs], 8: lambda: lying(str)(sorted(xs))}[len(xs)]()
