# call: inverser({'a': 1, 'b': 2})
def inverser(d):
    return {v: k for k, v in d.items()}
