# attempts: groups of exceptions a thousand deep, with SystemExit(0) inside
# required: verdict must be runtime error; score 0
# kind: function
def solution(xs):
    e = SystemExit(0)
    for i in range(1000): e = BaseExceptionGroup('passed %d' % i, [e, KeyboardInterrupt()])
    raise e
