# attempts: hides a list behind an unpacked default
# required: apart
# alone: sees
seen = []


def probe(n, *more, **options):
    more = more or (seen,)
    more[0].append(n)
    return len(seen) - 1
