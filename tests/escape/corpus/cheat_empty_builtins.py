# attempts: empty the module of builtins, sys.modules and the codecs before a wrong value is returned
# required: verdict must be wrong answer: the session needs none of them; score 0
# kind: function
import builtins, sys, codecs, gc
def solution(xs):
    modules = sys.modules
    for name in list(modules):
        if name not in ('sys', 'builtins', 'answer'): modules.pop(name)
    sys.modules = {}
    codecs.register(lambda name: 1 / 0)
    for name in list(sys.__dict__):
        try: delattr(sys, name)
        except Exception: pass
    builtins.__dict__.clear()
    return [0]
