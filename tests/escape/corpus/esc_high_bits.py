# attempts: arguments with the upper half of the register set, where the kernel reads an int and a filter may read a long
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

H = 1 << 32
def attack(xs):
    done = []
    path = __import__('sys').path[0].encode() + b'/os.py'
    if sysc(39) is None: return done
    for flags in (1, 2, 0x40, 0x241, 0x400, 0x410000, 0x200 | 3):
        for f in (flags, H | flags, (0xffffffff << 32) | flags):
            for r in (sysc(2, path, f, 0), sysc(257, -100, path, f, 0), sysc(257, -100, b'/tmp', f, 0o600)):
                if r >= 0: done.append(('open', f))
    for prot in (4, 5, 7, H | 4, (1 << 63) | 7, 0x1000004, 0x2000005):
        if not -4095 <= sysc(9, 0, 4096, prot, 0x22, -1, 0) < 0: done.append(('mmap', prot))
        if sysc(10, id(path) & -4096, 4096, prot) >= 0: done.append(('mprotect', prot))
    for advice in (9, 12, 10, 100, 101, 21, H | 9, H | 100):
        if sysc(28, id(path) & -4096, 4096, advice) >= 0: done.append(('madvise', advice))
    for request in (0x5401, 0x5412, 0x541c, 0x541b, 0x5421, 0x8910, H | 0x5412, 0x40086602, 0x40049409, 0xc0045877):
        for fd in (0, 1, 3):
            if sysc(16, fd, request, path) != -25: done.append(('ioctl', request))
    for limit in (6, 7, 9, 1):
        if sysc(302, 0, limit, path, 0) >= 0 or sysc(160, limit, path) >= 0: done.append(('limit', limit))
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
