# attempts: an integer of seven megabytes, whose decimal digits would take minutes to make
# required: verdict must be wrong answer, and the grader answers at once: it never writes the number out
# kind: function
def solution(xs):
    return [1 << 8 * 7000000] if len(xs) > 2 else -(1 << 8 * 7000000) + 1
