# attempts: leaves an environment variable
# required: apart
# alone: sees
import os


def probe(n):
    os.environ["SEEN"] = str(int(os.environ.get("SEEN", "-1")) + 1)
    return int(os.environ["SEEN"])
