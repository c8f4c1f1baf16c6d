# attempts: other programs by subprocess, multiprocessing, concurrent.futures and pty, with and without their C modules
# required: verdict accepted: each is refused with an exception; ESCAPED nowhere
# kind: function
def attack(xs):
    done = []
    def run():
        import subprocess
        return subprocess.run(['/bin/sh', '-c', 'id'], capture_output=True).stdout
    def check():
        import subprocess
        return subprocess.getoutput('id')
    def pool():
        import multiprocessing
        return multiprocessing.get_context('fork').Pool(1).map(abs, [1])
    def spawn():
        import multiprocessing
        p = multiprocessing.get_context('spawn').Process(target=abs, args=(1,))
        p.start()
        return 'spawned'
    def futures():
        import concurrent.futures
        return concurrent.futures.ThreadPoolExecutor(1).submit(abs, 1).result(1)
    def terminal():
        import pty
        return pty.spawn(['/bin/sh'])
    for what in (run, check, pool, spawn, futures, terminal):
        try: done.append((what.__name__, what()))
        except (ImportError, OSError, RuntimeError, AttributeError): pass
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
