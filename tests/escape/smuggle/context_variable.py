# attempts: sets a context variable
# required: apart
# alone: sees
import contextvars

count = contextvars.ContextVar("count", default=-1)


def probe(n):
    count.set(count.get() + 1)
    return count.get()
