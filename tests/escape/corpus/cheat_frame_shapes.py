# attempts: reply frames of the true shape, with guessed nonces, on the channel and on copies of it
# required: verdict must be runtime error: bytes that do not answer the request end the run; score 0
# kind: function
import os, struct
def part(b): return struct.pack('<I', len(b)) + b
def frame(nonce, xs):
    value = b'l' + bytes([len(xs)]) + b''.join(b'i' + bytes([x < 0, 2, abs(x) % 251 + 1, 1]) for x in xs)
    payload = b'V\x02' + part(value) + part(b's\x04list')
    return struct.pack('<IIQ', len(payload), 32, nonce) + payload
def solution(xs):
    copies = [3]
    try:
        while len(copies) < 8: copies.append(os.dup(3))
    except OSError: pass
    for fd in copies:
        for nonce in (0, 1, 2**64 - 1, 0x0123456789abcdef):
            try: os.write(fd, frame(nonce, sorted(xs)))
            except OSError: pass
    return sorted(xs)
