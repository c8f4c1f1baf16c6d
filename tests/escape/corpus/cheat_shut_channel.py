# attempts: shut the channel down, read from it and pass descriptors over it, as a socket object
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import os
def attack(xs):
    done = []
    try: import socket
    except ImportError: return done
    try: s = socket.socket(fileno=os.dup(3), family=1, type=1)
    except OSError: return done
    for what in (lambda: s.shutdown(1), lambda: s.recv(1, 64), lambda: s.recvmsg(1, 64), lambda: s.send(b'x'),
            lambda: s.sendmsg([b'x'], [(1, 1, b'\0\0\0\0')]), lambda: s.getpeername(), lambda: s.setsockopt(1, 7, 1 << 20),
            lambda: s.getsockopt(1, 17, 12)):
        try: what(); done.append('call on the channel')
        except OSError: pass
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
