# call: tous_pairs([2, 4])
def tous_pairs(l):
    return all(x % 2 == 0 for x in l), any(x > 3 for x in l), f"{sum(x for x in l)}"
