# attempts: see or touch other processes by number: groups, sessions, priorities, affinities, limits, signals
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import os
def attack(xs):
    seen = []
    for pid in [os.getppid()] + list(range(2, 400)) + [2**15, 2**22, -1]:
        if pid == 0: continue
        for what in (os.getpgid, os.getsid, os.sched_getaffinity, lambda p: os.kill(p, 0), lambda p: os.getpriority(os.PRIO_PROCESS, p),
                lambda p: os.getpriority(os.PRIO_PGRP, p), lambda p: os.getpriority(os.PRIO_USER, p), lambda p: os.sched_getscheduler(p)):
            try: what(pid); seen.append((pid, what.__code__.co_names if hasattr(what, '__code__') else what))
            except (OSError, OverflowError): pass
    try:
        import resource
        for pid in range(2, 100):
            try: resource.prlimit(pid, resource.RLIMIT_AS); seen.append(pid)
            except OSError: pass
    except ImportError: pass
    return seen or (os.getpid() != 1 and 'not alone') or (os.getppid() != 0 and 'a parent')
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
