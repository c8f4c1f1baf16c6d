# attempts: leaves something in the place of the standard output
# required: apart
# alone: sees
import sys


class Output:
    count = -1

    def write(self, text):
        return len(text)

    def flush(self):
        pass


def probe(n):
    sys.stdout = Output() if not isinstance(sys.stdout, Output) else sys.stdout
    sys.stdout.count += 1
    return sys.stdout.count
