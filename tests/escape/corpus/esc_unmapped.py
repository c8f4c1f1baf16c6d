# attempts: take the session’s own code, stack or heap away from under it, or fill its break
# required: verdict runtime error or accepted: a crash of this run alone
# kind: function
def sysc(nr, *a):
    """A raw system call: its result, or minus its errno; None without ctypes."""
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    r = libc.syscall(ctypes.c_long(nr), *[ctypes.c_long(x) if isinstance(x, int) else x for x in a])
    return r if r >= 0 else -ctypes.get_errno()

import sys
def attack(xs):
    if sysc(39) is None: return None
    import ctypes
    code = ctypes.cast(ctypes.pythonapi.PyObject_Call, ctypes.c_void_p).value & -4096
    if len(xs) == 3: sysc(11, code - (1 << 20), 2 << 20)
    if len(xs) == 2: sysc(10, id(xs) & -(1 << 20), 1 << 20, 0)
    if len(xs) == 8: sysc(12, 0x7fffffffffff)
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
