# attempts: walk out of the root through folders’ descriptors, the working folder and paths of dots
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import sys, os
def attack(xs):
    done = []
    for d in ('/', '/tmp', '.', sys.path[0]):
        try: fd = os.open(d, os.O_PATH | os.O_DIRECTORY)
        except OSError: continue
        for up in ('../' * 40, '../' * 40 + 'proc/1/root', '../etc', '/../../..'):
            try:
                if sorted(os.listdir(os.open(up, os.O_RDONLY, dir_fd=fd))) != ['tmp', 'usr']: done.append((d, up))
            except OSError: pass
        for move in (lambda: os.fchdir(fd), lambda: os.chroot('.'), lambda: os.chdir('..')):
            try: move(); done.append((d, move.__code__.co_names))
            except OSError: pass
    if os.stat('/..').st_ino != os.stat('/').st_ino or os.getcwd() != '/tmp': done.append('root')
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
