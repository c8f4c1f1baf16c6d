# attempts: new processes by raw clone, fork and vfork with every namespace flag, and clone3
# required: verdict accepted: EPERM, and ENOSYS for clone3 so that the C library falls back; ESCAPED nowhere
# kind: function
def sysc(nr, *a):
    """A raw system call: its result, or minus its errno; None without ctypes."""
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    r = libc.syscall(ctypes.c_long(nr), *[ctypes.c_long(x) if isinstance(x, int) else x for x in a])
    return r if r >= 0 else -ctypes.get_errno()

def attack(xs):
    done = []
    for flags in (17, 0x11, 0x100, 0x4111, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000, 0x7e020011, 0x3d0f00, 0x80, 0x8000):
        r = sysc(56, flags, 0, 0, 0, 0)
        if r == 0: __import__('os')._exit(0)
        if r not in (None, -1): done.append((hex(flags), r))
    for nr, good in ((57, -1), (58, -1), (435, -38), (59, -1), (322, -1)):
        r = sysc(nr, 0, 0, 0, 0, 0)
        if r not in (None, good): done.append((nr, r))
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
