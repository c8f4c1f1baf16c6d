# attempts: locks, leases and owners on what it holds, that another run would feel
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import sys, os
def attack(xs):
    try: import fcntl as f
    except ImportError: return None
    done = []
    fds = [0, 1, 2, 3, os.open(sys.path[0] + '/os.py', os.O_RDONLY), os.open('/tmp', os.O_RDONLY)]
    for fd in fds:
        for what in (lambda: f.flock(fd, f.LOCK_EX | f.LOCK_NB), lambda: f.lockf(fd, f.LOCK_SH | f.LOCK_NB), lambda: f.fcntl(fd, f.F_SETLEASE, f.F_RDLCK),
                lambda: f.fcntl(fd, f.F_NOTIFY, 0x8000003f), lambda: f.fcntl(fd, f.F_SETOWN, 1), lambda: f.fcntl(fd, f.F_SETSIG, 9),
                lambda: f.fcntl(fd, f.F_SETFL, os.O_ASYNC | os.O_NONBLOCK), lambda: f.fcntl(fd, 1031, 1 << 20), lambda: f.ioctl(fd, 0x5421, b'1234'),
                lambda: os.set_blocking(fd, False), lambda: f.fcntl(fd, 38, bytes(32))):
            try: what(); done.append((fd, what.__code__.co_names))
            except (OSError, ValueError): pass
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
