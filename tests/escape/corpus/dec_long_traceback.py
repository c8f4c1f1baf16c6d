# attempts: a traceback of two hundred thousand entries
# required: verdict must be runtime error; twenty frames are kept
# kind: function
import types
def solution(xs):
    try: raise ValueError('end')
    except ValueError as e: tb = first = e.__traceback__
    for i in range(200000): tb = types.TracebackType(tb, first.tb_frame, 0, i % 9 + 1)
    raise ValueError('long').with_traceback(tb)
