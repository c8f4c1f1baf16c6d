# attempts: the host’s clocks, names, accounting, logs and quotas
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
if __import__('os').path.isdir('/etc/apt'): raise SystemExit('REFUSED: ESCAPED host file system visible')
def sysc(nr, *a):
    """A raw system call: its result, or minus its errno; None without ctypes."""
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    r = libc.syscall(ctypes.c_long(nr), *[ctypes.c_long(x) if isinstance(x, int) else x for x in a])
    return r if r >= 0 else -ctypes.get_errno()
CALLS = (
    (164, 0, 0), (227, 0, 0), (159, 0), (305, 0, 0), (170, 0, 0), (171, 0, 0), (163, 0), (103, 10, 0, 0), (179, 0, 0, 0, 0),
    (443, 3, 0, 0, 0), (139, 3, 0, 0), (153,), (172, 3), (173, 0, 1, 1), (161, 0), (99, 0),
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
