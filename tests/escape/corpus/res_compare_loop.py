# attempts: a key function and a comparison that grow what they are sorting
# required: verdict runtime error, time or memory limit; score 0
# kind: function
class K:
    def __init__(self, x, l): self.l = l
    def __lt__(self, o):
        self.l.extend([K(0, self.l)] * 1000)
        return True
def solution(xs):
    l = list(xs)
    return l.sort(key=lambda x: K(x, l)) or sorted(l)
