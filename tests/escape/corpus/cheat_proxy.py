# attempts: a proxy whose iteration, length, index, repr, reduce and format all give the right answer
# required: verdict must be wrong answer; none of its methods is called; score 0
# kind: function
class Proxy:
    __slots__ = ('_v',)
    def __init__(self, v): object.__setattr__(self, '_v', v)
    def __getattribute__(self, name):
        if name == '__class__': return list
        return getattr(object.__getattribute__(self, '_v'), name)
    def __iter__(self): return iter(object.__getattribute__(self, '_v'))
    def __len__(self): return len(object.__getattribute__(self, '_v'))
    def __getitem__(self, i): return object.__getattribute__(self, '_v')[i]
    def __eq__(self, o): return True
    def __hash__(self): return 0
    def __repr__(self): return repr(object.__getattribute__(self, '_v'))
    __str__ = __repr__
    def __format__(self, s): return repr(self)
    def __reduce_ex__(self, n): return (list, (object.__getattribute__(self, '_v'),))
def solution(xs): return Proxy(sorted(xs))
