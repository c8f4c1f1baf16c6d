def solution(xs):
    return sorted(xs)
