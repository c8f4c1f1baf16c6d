# call: plus_long(['a', 'bbb', 'cc'])
def plus_long(mots):
    return max(mots, key=len), min(mots, key=lambda m: m[-1]), f"{mots[0]}"
