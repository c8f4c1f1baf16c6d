# attempts: secrets of the host or the service in environment, arguments, auxiliary vector, configuration and memory of the interpreter
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import os, sys
def attack(xs):
    if set(os.environ) - {'LANG', 'TZ'} or [a for a in sys.argv if a] or len(sys.orig_argv) > 1: return dict(os.environ), sys.argv, sys.orig_argv
    if os.uname().nodename != 'bareme' or set(os.getgroups()) - {65534}: return os.uname(), os.getgroups()
    try: import ctypes
    except ImportError: return None
    top = ctypes.c_void_p.in_dll(ctypes.CDLL(None), 'environ').value
    words = ctypes.string_at(top & -4096, 4096)
    for word in (b'PATH=', b'HOME=', b'BAREME_', b'TOKEN', b'/home/', b'/root', b'SSH_'):
        if word in words: return word
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
