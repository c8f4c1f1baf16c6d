# attempts: one byte more than a test may print
# required: verdict output limit; score 0
# kind: program
import sys
out = ' '.join(map(str, sorted(map(int, input().split())))) + '\n'
sys.stdout.write(out + '\n' * (128 * 1024 - len(out) + 1))
