# attempts: every knob of the interpreter at its extremes, then the honest answer
# required: verdict accepted: none of them changes how an answer is taken
# kind: function
import sys, gc, time, warnings, locale, signal, decimal, random
def solution(xs):
    gc.disable(); gc.set_threshold(1, 1, 1); gc.freeze(); gc.set_debug(0)
    sys.setswitchinterval(1e-6); sys.set_int_max_str_digits(640); sys.set_coroutine_origin_tracking_depth(10**6)
    sys.setprofile(lambda *a: None); sys.settrace(lambda *a: None)
    sys.flags, sys.maxsize, sys.byteorder, sys.float_info, sys.hash_info = (), 1, 'big', None, None
    sys.stdout = sys.stderr = sys.stdin = None
    sys.ps1 = sys.path = sys.argv = sys.meta_path = sys.path_hooks = sys.warnoptions = None
    sys.dont_write_bytecode = sys.tracebacklimit = sys.exception = -1
    warnings.simplefilter('error')
    time.time = time.sleep = time.monotonic = random.random = None
    try:
        import tracemalloc
        tracemalloc.start(100)
    except ImportError: pass
    sys.setrecursionlimit(30)
    return sorted(xs)
