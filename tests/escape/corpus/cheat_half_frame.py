# attempts: half a header on the channel, then the right value: the true reply would be read as the rest of a forged one
# required: verdict must be runtime error; score 0
# kind: function
import os, struct
def solution(xs):
    os.write(3, struct.pack('<II', 40, 32))
    return sorted(xs)
