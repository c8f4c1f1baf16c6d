# attempts: raise the compiler’s own exceptions with a forged place in the text and objects in the place of its fields
# required: verdict must be runtime error; the place shown is the line that raised; score 0
# kind: function
class Msg(str):
    def __str__(self): return 'passed'
def solution(xs):
    e = IndentationError(Msg('passed'), (Msg('answer.py'), 2**40, -2**40, Msg('y' * 10**5), 10**9, 10**9))
    e.msg = e.print_file_and_line = e.filename = Msg('passed')
    e.lineno = e.offset = e.end_lineno = [e]
    e.text = object()
    raise e
