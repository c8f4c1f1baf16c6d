# attempts: registers a codec
# required: apart
# alone: sees
import codecs


def probe(n):
    try:
        codecs.lookup("seen")
        return 1
    except LookupError:
        codecs.register(lambda name: codecs.lookup("utf-8") if name == "seen" else None)
        return 0
