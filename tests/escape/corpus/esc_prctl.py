# attempts: prctl: dumpable, death signal, new privileges, memory layout, tracer, subreaper, seccomp, capabilities
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
    (157, 4, 1, 0, 0, 0), (157, 1, 0, 0, 0, 0), (157, 38, 0, 0, 0, 0), (157, 35, 1, 0, 0, 0), (157, 0x59616d61, -1, 0, 0, 0),
    (157, 36, 1, 0, 0, 0), (157, 22, 1, 0, 0, 0), (157, 47, 2, 0, 0, 0), (157, 28, 0, 0, 0, 0), (157, 66, 0, 0, 0, 0),
    (157, 3, 0, 0, 0, 0), (158, 0x1002, 0), (158, 0x1003, 0),
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
