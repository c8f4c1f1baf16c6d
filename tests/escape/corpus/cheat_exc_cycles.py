# attempts: exceptions whose cause, context, traceback and arguments go in circles, with a million characters of message
# required: verdict must be runtime error in bounded time and size; score 0
# kind: function
def solution(xs):
    a, b = ValueError('x' * 10**6), KeyError('\u202e' * 10**5)
    a.__cause__ = b; b.__cause__ = a
    a.__context__ = b; b.__context__ = a
    a.args = (a, b, a.args); b.args = (a,)
    a.__notes__ = ['accepted'] * 10**4
    try: raise b
    except KeyError as e: a.__traceback__ = e.__traceback__
    raise a
