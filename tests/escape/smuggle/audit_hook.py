# attempts: leaves an audit hook
# required: apart
# alone: blind
import sys

heard = []


def probe(n):
    # refused in silence: Python asks the hooks that are there, and drops this one
    sys.addaudithook(lambda event, args: heard.append(event) if event == "seen" else None)
    sys.audit("seen")
    return len(heard) - sum(1 for h in heard[:1])
