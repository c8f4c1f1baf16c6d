# attempts: find anything of the host: the root’s names, links that lead out, other libraries, devices, /proc, /sys, runtime folders
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import sys, os
def attack(xs):
    lib = sys.path[0]
    for folder, most in (('/', ['tmp', 'usr']), ('/tmp', []), ('/usr', ['lib']), ('/usr/lib', [os.path.basename(lib)])):
        try: seen = sorted(os.listdir(folder))
        except PermissionError: continue
        if not set(seen) <= set(most): return seen
    for p in ('/proc', '/sys', '/dev', '/run', '/etc', '/home', '/root', '/var', '/opt', '/lib', '/bin', '/usr/bin', '/usr/lib/x86_64-linux-gnu',
            '/usr/lib/python3', '/sys/fs/cgroup', '/dev/null', '/proc/self/maps', '/usr/local', '/mnt', '/srv', '/boot'):
        if os.path.lexists(p): return p
    for base, folders, files in os.walk(lib):
        for n in folders + files:
            p = os.path.join(base, n)
            if os.path.islink(p):
                try: open(p).close(); return 'followed ' + p
                except OSError: pass
        if len(xs) < 8: break
    return os.readlink('/proc/self/exe') if os.path.lexists('/proc/self/exe') else None
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
