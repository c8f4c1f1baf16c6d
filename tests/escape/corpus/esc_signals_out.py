# attempts: signals to anybody by every call that sends one, with numbers that wrap to a valid one
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import os
def sysc(nr, *a):
    """A raw system call: its result, or minus its errno; None without ctypes."""
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    r = libc.syscall(ctypes.c_long(nr), *[ctypes.c_long(x) if isinstance(x, int) else x for x in a])
    return r if r >= 0 else -ctypes.get_errno()
CALLS = (
    (62, 0, 0), (62, -1, 0), (62, 2, 0), (62, os.getppid(), 0), (62, -2**31, 0), (234, 0, 1, 0), (234, 2, 2, 0),
    (234, -1, 1, 0), (234, 4294967297, 1, 0), (200, 2, 0), (200, (1 << 32) + 2, 0), (129, 2, 0, 0), (129, 1, 9, 0),
    (297, 1, 2, 0, 0), (61, -1, 0, 0, 0), (247, 0, 0, 0, 4, 0), (112,), (109, 0, 0),
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
