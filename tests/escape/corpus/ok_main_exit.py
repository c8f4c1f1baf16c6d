# attempts: nothing: honest, with a main function, a guard, sys.stdin, map and an exit code of zero
# required: verdict must be accepted, full score
# kind: program
import sys, os
def main(argv=None):
    data = [int(w) for line in sys.stdin for w in line.split()]
    print(' '.join(str(n) for n in sorted(data)))
    return os.EX_OK
if __name__ == '__main__':
    sys.exit(main())
