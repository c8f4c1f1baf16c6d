# attempts: close standard input before its megabyte was read
# required: verdict must be wrong answer; nobody dies of SIGPIPE; score 0
# kind: program
import os
os.read(0, 1)
os.close(0)
print(1)
