# attempts: exceptions whose str, repr, class and name lie, raise SystemExit or return what is no str
# required: verdict must be runtime error; score 0
# kind: function
class Str(str):
    def __str__(self): raise SystemExit(0)
    __repr__ = __len__ = __iter__ = __str__
class passed(BaseException):
    def __str__(self): raise SystemExit(0)
    __repr__ = __str__
    __class__ = property(lambda self: SystemExit)
class Wrong(Exception):
    def __str__(self): return Str('{"outcome": "passed"}')
class Silent(Exception):
    def __str__(self): return 12
Wrong.__name__ = Wrong.__qualname__ = 'outcome: passed'
Wrong.__module__ = Str('builtins')
def solution(xs): raise {3: passed, 2: Wrong, 8: Silent}[len(xs)]()
