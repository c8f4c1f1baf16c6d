# attempts: looks whether a warning was already given
# required: apart
# alone: sees
import warnings


def probe(n):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("default")
        warnings.warn("seen")
    registry = globals().get("__warningregistry__", {})
    globals()["calls"] = globals().get("calls", -1) + 1
    return calls if registry is not None else 0
