# attempts: leaves a module finder
# required: apart
# alone: sees
import sys

start = len(sys.meta_path)


def probe(n):
    sys.meta_path.append(None)
    return len(sys.meta_path) - start - 1
