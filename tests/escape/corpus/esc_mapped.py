# attempts: mappings by the module mmap: executable, shared with whoever maps the same file, writable over the library
# required: verdict accepted, and ESCAPED nowhere: each try is refused with an error that leaves the run alive
# kind: function
import sys, os
def attack(xs):
    try: import mmap as m
    except ImportError: return None
    done = []
    fd = os.open(sys.path[0] + '/os.py', os.O_RDONLY)
    for what in (lambda: m.mmap(-1, 4096, prot=m.PROT_READ | m.PROT_WRITE | m.PROT_EXEC), lambda: m.mmap(fd, 4096, prot=m.PROT_EXEC | m.PROT_READ, flags=m.MAP_PRIVATE),
            lambda: m.mmap(fd, 4096, flags=m.MAP_SHARED, prot=m.PROT_READ | m.PROT_WRITE), lambda: m.mmap(fd, 0), lambda: m.mmap(1, 4096), lambda: m.mmap(3, 4096, prot=1)):
        try: what(); done.append(what.__code__.co_names)
        except (OSError, ValueError): pass
    page = m.mmap(-1, 1 << 16)
    page[:5] = b'\xb8\x07\0\0\0'
    for advice in (9, 10, 12, 13, 16, 18, 19, 20, 21, 22, 23, 25, 100):
        try: page.madvise(advice); done.append(advice)
        except (OSError, ValueError): pass
    return done
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
