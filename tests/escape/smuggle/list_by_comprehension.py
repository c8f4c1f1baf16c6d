# attempts: reads a list of the module in a comprehension
# required: apart
# alone: sees
calls = []


def probe(n):
    count = sum(1 for c in calls)
    [calls.append(n) for i in range(1)]
    return count
