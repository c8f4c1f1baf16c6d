# attempts: keeps a list as a default that a loop's name brought
# required: apart
# alone: sees
for kept in [[]]:
    pass


def probe(n, seen=kept):
    seen.append(n)
    return len(seen) - 1
