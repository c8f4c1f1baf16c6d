# attempts: looks whether a dict remembers an earlier insertion
# required: shared
# alone: sees
def probe(n):
    d = {}
    for key in ("b", "a", str(n)):
        d[key] = len(d)
    del d[str(n)]
    return 0 if list(d) == ["b", "a"] else 1
