# attempts: keeps a list in the cell of a lambda called at once
# required: apart
# alone: sees
probe = (lambda kept: lambda n: (kept.append(n), len(kept) - 1)[1])([])
