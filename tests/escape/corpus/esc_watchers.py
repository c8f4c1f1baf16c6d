# attempts: watch files, signals and time through descriptors: inotify, fanotify, epoll, eventfd, signalfd, timerfd, timers of other tasks
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
def sysc(nr, *a):
    """A raw system call: its result, or minus its errno; None without ctypes."""
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    r = libc.syscall(ctypes.c_long(nr), *[ctypes.c_long(x) if isinstance(x, int) else x for x in a])
    return r if r >= 0 else -ctypes.get_errno()
CALLS = (
    (253,), (294, 0), (300, 0, 0), (213, 8), (291, 0), (284, 1), (290, 1, 0), (282, -1, 0, 8), (289, -1, 0, 8, 0), (283, 1, 0),
    (222, 0, 0, 0), (301, 3, 1, 2, -100, 0),
)
def attack(xs):
    done = []
    for number, *args in CALLS:
        r = sysc(number, *args)
        if r is not None and (r >= 0 or -r not in (1, 25, 30, 38)): done.append((number, r))
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
