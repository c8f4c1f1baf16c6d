def maximum(l):
    return max(l)
