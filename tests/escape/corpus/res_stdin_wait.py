# attempts: read on after the end of standard input, without end, after the right answer
# required: the honest tests pass; in the last one time limit: what was printed before counts for nothing
# kind: program
import os
numbers = sorted(map(int, input().split()))
print(*numbers, flush=True)
while len(numbers) > 100 and not os.read(0, 1 << 20): pass
