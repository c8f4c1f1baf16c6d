# attempts: objects in the place of sys.stdout whose write, flush and closing print something else, or never end well
# required: verdict must be wrong answer; score 0
# kind: program
import sys, os
class Out:
    encoding = errors = 'accepted'
    def write(self, s): return len(s)
    def flush(self):
        os.write(1, b'accepted\n')
        sys.stdout = Out()
        raise SystemExit(0)
    def __getattr__(self, name): raise KeyboardInterrupt
real = sys.stdout
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Out()
print(*sorted(map(int, input().split())))
real.close()
