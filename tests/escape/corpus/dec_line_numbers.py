# attempts: code objects with forged files, names and line numbers at the ends of what an int holds
# required: verdict must be runtime error, with a bounded message
# kind: function
import types
def thrower(): raise ValueError('x')
def solution(xs):
    first = {3: 2**31 - 1, 2: 0, 8: 10**9}[len(xs)]
    code = thrower.__code__.replace(co_firstlineno=first, co_name='\x1b[2J<b>\u202e' * 50, co_filename='answer.py')
    f = types.FunctionType(code, globals())
    for _ in range(200):
        try: f()
        except ValueError as e: tb = types.TracebackType(e.__traceback__, e.__traceback__.tb_frame, 2, 2**31 - 1)
    raise ValueError('again').with_traceback(tb)
