# attempts: keeps an exception, and with it the frame that it went through
# required: apart
# alone: sees
kept = []


def probe(n):
    try:
        1 / 0
    except ZeroDivisionError as error:
        kept.append(error)
    return len(kept) - 1
