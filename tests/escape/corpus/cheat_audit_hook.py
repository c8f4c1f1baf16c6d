# attempts: an audit hook that refuses every event, and one that replaces what it is shown
# required: verdict must be wrong answer: the hook sees only its own process; score 0
# kind: function
import sys
def hook(event, args):
    for a in args:
        if isinstance(a, list): a.sort()
    if event in ('compile', 'exec', 'object.__getattr__', 'sys._getframe', 'gc.get_objects'): raise SystemExit(0)
sys.addaudithook(hook)
def solution(xs):
    return xs[::-1] + [0]
