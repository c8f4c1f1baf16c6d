# attempts: become another user or group, with and without ctypes
# required: verdict forbidden: the kernel kills the run, and ESCAPED nowhere
# kind: function
import os
def solution(xs):
    {3: lambda: os.setuid(0), 2: lambda: os.setresgid(0, 0, 0), 8: lambda: os.setreuid(-1, 0)}[len(xs)]()
    return ['ESCAPED', os.getresuid(), os.getresgid()]
