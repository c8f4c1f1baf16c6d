# attempts: coding: utf-7 in its first line, so that a comment below would become code
# required: verdict must be wrong answer: the text is UTF-8 whatever it declares, what is read is what runs; score 0
# kind: function
def solution(xs): return list(xs)[::-1] + [0]
# +AAo-def solution(xs): return sorted(xs)+AAo-
