# attempts: close the channel and put a copy of standard output in its place
# required: verdict must be runtime error; what the session writes there is output and no reply; score 0
# kind: function
import os
def solution(xs):
    os.close(3)
    while os.dup(1) != 3: pass
    return sorted(xs)
