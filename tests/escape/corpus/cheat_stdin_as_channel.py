# attempts: close the channel and put standard input in its place, after the right answer was printed
# required: verdict must be runtime error: without a reply no output counts; score 0
# kind: program
import os
print(*sorted(map(int, input().split())), flush=True)
os.close(3)
while os.dup(0) != 3: pass
