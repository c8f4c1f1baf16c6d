# attempts: raise or lift its limits, its own and of others
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
def attack(xs):
    try: import resource as r
    except ImportError: return None
    done = []
    for n in dir(r):
        if not n.startswith('RLIMIT_'): continue
        which = getattr(r, n)
        soft, hard = r.getrlimit(which)
        for new in ((-1, -1), (hard, hard), (0, 0), (soft, hard)):
            for what in (lambda: r.setrlimit(which, new), lambda: r.prlimit(0, which, new), lambda: r.prlimit(1, which, new)):
                try: what(); done.append((n, new))
                except (OSError, ValueError): pass
    if r.getrlimit(r.RLIMIT_CORE) != (0, 0) or r.getrlimit(r.RLIMIT_NPROC)[1] > 1 or r.getrlimit(r.RLIMIT_FSIZE)[1] != 0: done.append('limits')
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
