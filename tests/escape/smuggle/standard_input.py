# attempts: reads one line more of the standard input
# required: apart
# alone: sees
lines = []


def probe(n):
    try:
        lines.append(input())
    except EOFError:
        lines.append("")
    return len(lines) - 1
