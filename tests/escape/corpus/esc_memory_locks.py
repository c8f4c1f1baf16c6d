# attempts: lock memory, ask what is in the page cache, read ahead, drop pages: the cache as a channel to others
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
    (151, 1), (149, 0, 4096), (325, 0, 4096, 1), (27, 0, 4096, 0), (26, 0, 4096, 4), (187, 3, 0, 4096), (221, 3, 0, 0, 4),
    (451, 3, 0, 0, 0), (330, 0, 0), (329, 0, 0, 4, 0), (216, 0, 0, 0, 0, 0), (453, 0, 0, 0), (447, 0), (319, 0, 0),
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
