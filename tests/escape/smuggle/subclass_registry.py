# attempts: makes a class and counts those that are there
# required: apart
# alone: sees
def probe(n):
    count = len(int.__subclasses__())
    kept.append(type("Seen", (int,), {}))
    return count - start


kept = []
start = len(int.__subclasses__())
