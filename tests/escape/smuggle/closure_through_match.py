# attempts: captures a closure in a pattern
# required: apart
# alone: sees
def make():
    kept = []

    def count(n):
        kept.append(n)
        return len(kept) - 1
    match count:
        case found:
            return found


probe = make()
