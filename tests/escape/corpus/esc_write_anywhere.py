# attempts: write, truncate, link, rename or make anything anywhere it can name: the root, its folder, the library, caches, start-up files
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import sys, os, stat
def attack(xs):
    lib = sys.path[0]
    done = []
    for d in ('/', '/tmp', lib, lib + '/__pycache__', lib + '/lib-dynload', '/usr', '/usr/lib', '.', '..', '/dev/shm', '/var/tmp', '/run'):
        n = d + '/sitecustomize.py'
        for what in (lambda: open(n, 'a'), lambda: open(d + '/x.pth', 'xb'), lambda: os.mkdir(d + '/m'), lambda: os.mkfifo(d + '/f'),
                lambda: os.symlink('/etc/passwd', d + '/s'), lambda: os.link(lib + '/os.py', d + '/l'), lambda: os.rename(lib + '/os.py', d + '/os.py'),
                lambda: os.mknod(d + '/d', stat.S_IFCHR | 0o666, os.makedev(1, 5)), lambda: os.chmod(d, 0o777), lambda: os.utime(d, (0, 0)),
                lambda: os.truncate(lib + '/os.py', 0), lambda: os.unlink(lib + '/os.py'), lambda: os.open(d, os.O_TMPFILE | os.O_RDWR, 0o600),
                lambda: os.setxattr(d, 'user.x', b'1'), lambda: os.chown(d, -1, -1), lambda: os.rmdir(d), lambda: os.replace(d, '/tmp/r')):
            try: what(); done.append((d, what.__code__.co_names))
            except OSError: pass
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
