# attempts: machine code in its own data, run by a forged function pointer: getpid by int 0x80 and by the x32 numbers
# required: verdict as for a crash: data is not executable; the open interpreter crashes, the shipped one is honest
# kind: function
def attack(xs):
    try: import ctypes
    except ImportError: return None
    code = {3: b'\xb8\x14\0\0\0\xcd\x80\xc3', 2: b'\xb8\x27\0\0\x40\x0f\x05\xc3', 8: b'\xb8\x07\0\0\0\xc3'}[len(xs)]
    store = ctypes.create_string_buffer(code, 4096)
    return 'ran at %x: %d' % (ctypes.addressof(store), ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(store))())
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
