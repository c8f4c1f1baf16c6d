# attempts: search heap and stack for the encoded or written form of the expected value
# required: accepted for its honest answer, and ESCAPED nowhere: the bytes are in no memory of the run
# kind: function
def needles(xs):
    text = bytearray(400)
    i = 0
    for c in repr(sorted(xs)).encode(): text[i] = c; i += 1
    return text, i
def attack(xs):
    if len(xs) < 8: return None
    try: import ctypes
    except ImportError: return None
    libc = ctypes.CDLL(None)
    libc.memmem.restype = ctypes.c_void_p
    libc.sbrk.restype = ctypes.c_void_p
    top = ctypes.c_void_p.in_dll(libc, 'environ').value
    text, size = needles(xs)
    own = (ctypes.c_char * len(text)).from_buffer(text)
    end = libc.sbrk(ctypes.c_long(0))
    sought = ctypes.create_string_buffer(size)
    ctypes.memmove(sought, own, size)
    mine = {ctypes.addressof(own), ctypes.addressof(sought)}
    for low, high in ((end - (1 << 20), end), (top - 100000, top)):
        while low < high:
            low = libc.memmem(ctypes.c_void_p(low), ctypes.c_size_t(high - low), sought, ctypes.c_size_t(size))
            if not low: break
            if low not in mine: return 'expected value at %x' % low
            low += 1
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
