# attempts: a second reply after the true one, from a finaliser that runs when the session lets go of the function
# required: the first reply counts and nothing is read after it: accepted for what it holds, which is right
# kind: function
import os, struct, weakref
def late():
    os.write(3, struct.pack('<IIQ', 2**31, 32, 0) * 100)
    while True: pass
def solution(xs):
    globals().pop('solution')
    return sorted(xs)
weakref.finalize(solution, late)
