# attempts: futexes that requeue, inherit priority or wait on many, restartable sequences, barriers over processes
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
    (202, 0, 3, 0, 0, 0, 0), (202, 0, 6, 0, 0, 0, 0), (202, 0, 11, 0, 0, 0, 0), (202, 0, 4, 0, 0, 0, 0),
    (202, 0, 5, 0, 0, 0, 0), (334, 0, 32, 0, 0), (324, 1, 0, 0), (449, 0, 0, 0, 0, 0), (456, 0, 0, 0, 0), (218, 0),
    (274, 1, 0, 0),
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
