# attempts: end with exit codes that are lying objects, after a wrong line
# required: verdict must be wrong answer or runtime error; score 0
# kind: program
import sys
class Zero(int):
    def __index__(self): return 0
    __int__ = __index__
    def __eq__(self, o): return True
    __hash__ = int.__hash__
    def __bool__(self): return False
n = len(input())
print(1, 2, 3, 'accepted')
sys.exit([Zero(7), 2**80, '0', 0][n % 4])
