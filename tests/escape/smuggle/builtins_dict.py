# attempts: writes into the dict of the built-ins
# required: apart
# alone: sees
def probe(n):
    d = __builtins__ if isinstance(__builtins__, dict) else __builtins__.__dict__
    d["seen"] = d.get("seen", -1) + 1
    return d["seen"]
