# attempts: executable memory by every other way: shared, file-backed, moved over code, growing, keyed, remapped, the stack
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

import sys, os
def attack(xs):
    done = []
    if sysc(39) is None: return done
    fd = os.open(sys.path[0] + '/os.py', os.O_RDONLY)
    for prot in (4, 5, 6, 7):
        for flags, f in ((0x22, -1), (0x21, -1), (0x02, fd), (0x01, fd), (0x122, -1), (0x40022, -1)):
            if not -4095 <= sysc(9, 0, 4096, prot, flags, f, 0) < 0: done.append(('mmap', prot, flags))
    page = sysc(9, 0, 8192, 3, 0x22, -1, 0)
    for prot in (4, 7, 0x01000005, 0x02000005):
        if sysc(10, page, 4096, prot) >= 0: done.append(('mprotect', prot))
        if sysc(329, page, 4096, prot, -1) >= 0: done.append(('pkey_mprotect', prot))
    if sysc(216, page, 4096, 4, 0, 0) >= 0: done.append('remap_file_pages')
    if sysc(30, 0, page, 0o100000) >= 0: done.append('shmat')
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
