# attempts: looks at the cache of regular expressions
# required: apart
# alone: sees
import re

re.purge()


def probe(n):
    count = len(re._cache)
    re.compile("seen%d" % n)
    return count
