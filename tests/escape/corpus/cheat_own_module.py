# attempts: replace its own module, its code object, its defaults and the interpreter’s idea of its name
# required: verdict must be wrong answer; score 0
# kind: function
import sys
class Module(dict):
    def __getitem__(self, k): return lambda *a: [1, 2, 3]
    def __missing__(self, k): return lambda *a: [1, 2, 3]
    __getattr__ = __getitem__
sys.modules['answer'] = sys.modules['__main__'] = Module()
def solution(xs, *rest, **named):
    solution.__code__ = (lambda xs: None).__code__
    solution.__defaults__ = ([1, 2],)
    solution.__name__ = solution.__qualname__ = 'expected'
    return None
