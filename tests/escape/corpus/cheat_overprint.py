# attempts: a wrong answer taken back by carriage returns, backspaces, erasing escapes and NULs around the right one
# required: verdict must be wrong answer: bytes are compared, not what a terminal would show; score 0
# kind: program
import sys
right = ' '.join(map(str, sorted(map(int, input().split()))))
n = len(right)
sys.stdout.write(['1 2\b\b\b' + right, '9\x1b[2K\r' + right, right + '\0', '\ufeff' + right][n % 4] + '\n')
