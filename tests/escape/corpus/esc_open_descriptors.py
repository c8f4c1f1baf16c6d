# attempts: look for a descriptor that was left open: the zygote’s link, a terminal, a folder, a cgroup
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import os, stat
def attack(xs):
    kinds = {}
    for fd in range(4096):
        try: kinds[fd] = stat.S_IFMT(os.fstat(fd).st_mode)
        except OSError: pass
    if kinds != {0: stat.S_IFIFO, 1: stat.S_IFIFO, 2: stat.S_IFIFO, 3: stat.S_IFSOCK}: return kinds
    for fd in (0, 1, 2, 3):
        try: return os.lseek(fd, 0, 1), os.ttyname(fd), os.pread(fd, 1, 0)
        except OSError: pass
        if os.isatty(fd) or os.get_inheritable(fd) is None: return fd
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
