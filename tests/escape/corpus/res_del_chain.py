# attempts: finalisers that resurrect themselves, raise and grow, when the result and the arguments are let go of
# required: verdict accepted: the reply left before; nothing of the run outlives it
# kind: function
class Phoenix:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self):
        keep.append(Phoenix(self.n + 1))
        keep.append(bytearray(1 << 16))
        raise SystemExit(self.n)
keep = []
def solution(xs):
    globals().pop('solution').kept = [Phoenix(0) for _ in range(10)]
    return sorted(xs)
