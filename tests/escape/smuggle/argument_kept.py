# attempts: changes its argument and hopes to meet it again
# required: shared
# alone: sees
def probe(n, marks=()):
    notes = list(marks)
    notes.append(n)
    return len(notes) - 1
