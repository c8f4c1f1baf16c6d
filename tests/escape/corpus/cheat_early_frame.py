# attempts: a reply that waits in the channel before its request is sent: one for loading, one for the call
# required: verdict must be runtime error; score 0
# kind: function
import os, struct
none = b'V\x02' + struct.pack('<I', 1) + b'N' + struct.pack('<I', 10) + b's\x08NoneType'
for nonce in range(4): os.write(3, struct.pack('<IIQ', len(none), 32, nonce) + none)
def solution(xs): return sorted(xs)
