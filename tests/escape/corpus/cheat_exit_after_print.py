# attempts: print the right answer, then end the process in the middle of the step
# required: verdict must be runtime error, whatever the exit status; score 0
# kind: program
import os
print(*sorted(map(int, input().split())), flush=True)
os._exit(0)
