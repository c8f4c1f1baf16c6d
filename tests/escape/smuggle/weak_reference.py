# attempts: keeps a weak reference to a function of its own
# required: apart
# alone: sees
import weakref

known = weakref.WeakSet()


class Thing:
    pass


things = []


def probe(n):
    things.append(Thing())
    known.add(things[-1])
    return len(known) - 1
