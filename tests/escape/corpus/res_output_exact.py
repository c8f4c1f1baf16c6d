# attempts: exactly as many bytes as a test may print, on each stream
# required: verdict accepted: a limit is what may be used
# kind: program
import sys
out = ' '.join(map(str, sorted(map(int, input().split())))) + '\n'
sys.stdout.write(out + '\n' * (128 * 1024 - len(out)))
sys.stderr.write('x' * (128 * 1024))
