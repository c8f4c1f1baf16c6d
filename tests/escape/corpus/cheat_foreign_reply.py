# attempts: answer a request that it took from the channel with the reply of another kind of request, or with a repeated one
# required: verdict must be runtime error; score 0
# kind: function
import os, struct
def part(b): return struct.pack('<I', len(b)) + b
class Takeover(Exception):
    def __del__(self):
        while True:
            size, kind, nonce = struct.unpack('<IIQ', os.read(3, 16))
            data = os.read(3, size) if size else b''
            payload = b'C\x01' + part(b't\x03Ts\0l\0') if b'\x03i\0' in data else b'R\0'
            os.write(3, 2 * (struct.pack('<IIQ', len(payload), 32, nonce) + payload))
def solution(xs): return sorted(xs)
raise Takeover
