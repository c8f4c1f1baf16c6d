# attempts: keeps a list as the default of a lambda that a comprehension made
# required: apart
# alone: sees
probe = [lambda n, seen=kept: (seen.append(n), len(seen) - 1)[1] for kept in [[]]][0]
