# attempts: copy a descriptor over another, seal it, own it, lease it, lock it, change its flags or its pipe’s size
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
    (33, 1, 3), (292, 1, 3, 0), (72, 3, 4, 2048), (72, 1, 4, 0x6000), (72, 1, 1031, 1 << 20), (72, 0, 6, 0), (72, 0, 37, 0),
    (72, 3, 8, 1), (72, 3, 10, 9), (72, 0, 1024, 1), (72, 0, 1026, 0x7fffffff), (72, 1, 1033, 15), (73, 0, 2), (73, 3, 2),
    (436, 0, 2, 0), ((1 << 32) | 72, 3, 4, 2048), (72, 3, (1 << 32) | 4, 2048),
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
