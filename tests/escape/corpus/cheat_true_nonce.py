# attempts: read the nonce of its own request from the stack, then answer with a malformed, an endless and a foreign payload
# required: verdict never accepted: even a well-addressed reply is only a claimed value, read strictly; score 0
# kind: function
import os, struct
def find_nonce():
    import ctypes
    top = ctypes.c_void_p.in_dll(ctypes.CDLL(None), 'environ').value
    stack = ctypes.string_at(top - 200000, 200000)
    for at in range(0, len(stack) - 16, 4):
        size, kind, nonce = struct.unpack_from('<IIQ', stack, at)
        if kind == 19 and 8 < size < 4096 and nonce >> 48: yield nonce
def solution(xs):
    payload = {3: b'V\xff' + b'\xff' * 60, 2: b'C\x01' + struct.pack('<I', 1) + b'N', 8: b''}[len(xs)]
    size = len(payload) or 0xffffffff
    try:
        for nonce in list(find_nonce()): os.write(3, struct.pack('<IIQ', size, 32, nonce) + payload)
    except ImportError: pass
    return [0]
