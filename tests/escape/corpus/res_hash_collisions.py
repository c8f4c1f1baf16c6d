# attempts: a set of integers that all have the same hash
# required: the honest tests pass; the one that is attacked must be time limit, and nobody else waits longer for it
# kind: function
def solution(xs):
    if len(xs) < 8: return sorted(xs)
    return {i * (2**61 - 1) for i in range(300000)}
