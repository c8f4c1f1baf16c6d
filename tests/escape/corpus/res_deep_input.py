# attempts: input() with a prompt of the whole output, a hostile stdin object and readline’s absence
# required: verdict must be wrong answer; score 0
# kind: program
import sys, io
line = sys.stdin.readline()
class In(io.TextIOBase):
    def readline(self, *a): return line
    def fileno(self): return 3
    def isatty(self): return True
    encoding = errors = 'utf-8'
sys.stdin = In()
for _ in range(100): input('? ' * 20)
print('fin')
