# attempts: import every module of the library, one after the other, whatever it does when loaded
# required: verdict accepted, or a limit: no module of the library starts anything
# kind: function
import sys
def attack(xs):
    if len(xs) < 8: return None
    for name in sorted(sys.stdlib_module_names):
        if name in ('antigravity', 'this', 'idlelib', '__main__'): continue
        try: __import__(name)
        except Exception: pass
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
