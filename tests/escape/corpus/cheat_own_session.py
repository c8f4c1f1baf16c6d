# attempts: answer the requests itself: a finaliser reads the next ones from the channel, with their nonces, and replies in the session’s place
# required: verdict must be wrong answer or runtime error: such a reply is a claimed value like any other, and this one is wrong; score 0
# kind: function
import os, struct
def part(b): return struct.pack('<I', len(b)) + b
def reply(payload):
    head = b''
    while len(head) < 16: head += os.read(3, 16 - len(head))
    size, kind, nonce = struct.unpack('<IIQ', head)
    while size: size -= len(os.read(3, size))
    os.write(3, struct.pack('<IIQ', len(payload), 32, nonce) + payload)
class Takeover(Exception):
    def __del__(self):
        reply(b'V\x02' + part(b'T') + part(b's\x04bool'))
        reply(b'V\x02' + part(b'l\x01i\0\x01\x05') + part(b's\x04list'))
        while True: reply(b'V\x02' + part(b'N') + part(b's\x08NoneType'))
def solution(xs): return None
raise Takeover
