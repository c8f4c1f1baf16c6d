# attempts: types and functions named with a megabyte of escapes, quotes, markup and marks of direction
# required: verdict must be wrong answer or runtime error, with a bounded and harmless text
# kind: function
NAME = '</pre><script>alert(1)</script>\x1b]0;ACCEPTED\x07\u202e\u2066{"outcome":"passed"}\r\n\x00' * 20000
T = type('T', (), {})
T.__qualname__ = NAME
try: T.__name__ = NAME
except ValueError: T.__name__ = NAME.replace('\x00', '')
X = type('X', (Exception,), {})
X.__name__ = NAME.replace('\x00', '')
def solution(xs):
    if len(xs) == 3: return T()
    raise X(NAME)
