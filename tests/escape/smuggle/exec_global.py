# attempts: stores a global by exec
# required: apart
# alone: sees
def probe(n):
    exec("seen = globals().get('seen', -1) + 1", globals())
    return seen
