# attempts: leave marks for the next run on this slot, in every place that might be shared, and look for those of an earlier one
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import os, sys, builtins, signal, random, gc, json, decimal, locale
def attack(xs):
    found = [n for n, there in (('builtins', hasattr(builtins, 'mark')), ('module', hasattr(json, 'mark')), ('environment', 'MARK' in os.environ),
        ('path', 'mark' in sys.path), ('file', os.path.exists('/tmp/mark')), ('context', decimal.getcontext().prec != 28),
        ('handler', signal.getsignal(signal.SIGUSR1) not in (signal.SIG_DFL, None)), ('mask', bool(signal.pthread_sigmask(0, ()))),
        ('interned', any(type(o) is dict and 'mark of a run' in o for o in gc.get_objects())), ('limit', sys.getrecursionlimit() != 1000),
        ('type', list.__dict__.get('mark')), ('alarm', signal.getitimer(signal.ITIMER_REAL)[0] > 0)) if there]
    builtins.mark = json.mark = 1
    os.environ['MARK'] = '1'
    os.putenv('MARK', '1')
    sys.path.append('mark')
    decimal.getcontext().prec = 7
    decimal.DefaultContext.prec = 7
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    json.keep = {sys.intern('mark of a run'): 1}
    sys.setrecursionlimit(5000)
    random.seed(1)
    signal.setitimer(signal.ITIMER_REAL, 1000)
    for what in (lambda: open('/tmp/mark', 'w'), lambda: os.umask(0), lambda: os.sched_yield(), lambda: os.mkdir('/dev/shm/mark')):
        try: what()
        except OSError: pass
    return found
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
