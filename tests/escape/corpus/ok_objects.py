# attempts: nothing: honest, with classes, inheritance, operators, context managers, descriptors, iterators and copies
# required: verdict must be accepted, full score
# kind: function
import copy, contextlib, bisect, heapq, collections
class Sorted(collections.abc.Sequence):
    def __init__(self, it=()): self.l = []; [self.add(x) for x in it]
    def add(self, x): bisect.insort(self.l, x)
    def __len__(self): return len(self.l)
    def __getitem__(self, i): return self.l[i]
    def __add__(self, o): return type(self)([*self, *o])
    def __enter__(self): return self
    def __exit__(self, *a): return a[0] is KeyError
    def __repr__(self): return f'Sorted({self.l!r})'
class Typed:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, o, t=None): return getattr(o, self.name, 0)
    def __set__(self, o, v): setattr(o, self.name, int(v))
class Box(Sorted):
    n = Typed()
@contextlib.contextmanager
def closing(log):
    yield log
    log.append('end')
def solution(xs):
    b = Box(xs[:1]) + xs[1:]
    b.n = '3'
    with b as c, closing([]) as log: raise KeyError
    assert copy.deepcopy(b).l == b.l and b.n == 3 and 5 not in Box() and sum(collections.Counter(xs).values()) == len(xs)
    h = list(xs); heapq.heapify(h)
    return [heapq.heappop(h) for _ in b]
