# attempts: leaves a file
# required: apart
# alone: sees
def probe(n):
    try:
        with open("bareme-seen-%d" % __import__("os").getpid(), "a+") as file:
            file.write("x")
            file.seek(0)
            return len(file.read()) - 1
    except OSError:
        return 0
