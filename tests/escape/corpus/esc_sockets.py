# attempts: sockets of every family that leaves a namespace or reaches the kernel’s own tables
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
    (41, 1, 1, 0), (41, 1, 5, 0), (41, 2, 1, 0), (41, 2, 3, 1), (41, 10, 2, 0), (41, 16, 3, 0), (41, 16, 3, 9),
    (41, 17, 3, 768), (41, 38, 5, 0), (41, 40, 1, 0), (41, 40, 2, 0), (41, 29, 3, 1), (41, 44, 2, 0), (41, 15, 3, 2),
    (41, 9999, 1, 0), (53, 1, 1, 0, 0), (46, 3, 0, 0), (47, 3, 0, 0), (307, 3, 0, 1, 0), (299, 3, 0, 1, 0, 0),
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
