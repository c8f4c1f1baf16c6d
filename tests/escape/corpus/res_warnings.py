# attempts: a hundred thousand warnings, each with a source line to be looked for, and a showwarning that warns
# required: verdict accepted, output or time limit: warnings are output like any other
# kind: function
import warnings, sys
warnings.simplefilter('always')
def show(*a): warnings.warn('again')
def solution(xs):
    if len(xs) == 8: warnings.showwarning = warnings._showwarnmsg_impl = show
    for i in range(2000): warnings.warn('x' * 20, Warning, i % 3)
    return sorted(xs)
