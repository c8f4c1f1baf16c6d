# attempts: changes the precision of decimal numbers
# required: apart
# alone: sees
import decimal


def probe(n):
    context = decimal.getcontext()
    context.prec += 1
    return context.prec - 29
