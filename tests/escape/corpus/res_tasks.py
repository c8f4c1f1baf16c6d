# attempts: hundreds of threads, processes, executors and subprocesses
# required: verdict accepted: each is refused with an exception
# kind: function
import os, _thread
def attack(xs):
    for what in (lambda: _thread.start_new_thread(print, ()), os.fork, lambda: os.forkpty(), lambda: os.posix_spawn('/bin/true', ['true'], {}),
            lambda: os.system('true'), lambda: os.popen('true').read(), lambda: os.execv('/bin/true', ['true'])):
        for _ in range(100):
            try:
                if what() not in (-1, 127, 32512, None): return 'a task'
            except (OSError, RuntimeError, ImportError): pass
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
