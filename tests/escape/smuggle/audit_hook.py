# attempts: leaves an audit hook
# required: apart
# alone: sees
import sys

heard = []


def probe(n):
    sys.addaudithook(lambda event, args: heard.append(event) if event == "seen" else None)
    sys.audit("seen")
    return len(heard) - sum(1 for h in heard[:1])
