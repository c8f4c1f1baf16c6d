"""Drawn pairs of values: does the grader say what Python's == says, and is the path right?"""
import math
import os
import random
import struct
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "value"))
ECHO = sys.argv.pop(1)
sys.argv.insert(1, "")  # value_against_python takes its own program from there; not used here
import value_against_python as values  # noqa: E402

EQUAL, STRICT, APPROX, UNORDERED, SET = range(5)


class Echo:
    def __init__(self):
        self.process = subprocess.Popen([ECHO], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, mode, expected, got, absolute=0.0, relative=0.0):
        p = self.process
        e, g = values.encode(expected), values.encode(got)
        p.stdin.write(struct.pack("<IIIxxxxdd", mode, len(e), len(g), absolute, relative) + e + g)
        p.stdin.flush()
        equal, _ = p.stdout.read(2)
        return bool(equal), p.stdout.read(struct.unpack("<I", p.stdout.read(4))[0]).decode("utf-8")


def without_nan(v):
    """Python never finds NaN equal, but by identity in containers; the grader does: kept out of this."""
    t = type(v)
    if t is float:
        return 0.5 if math.isnan(v) else v
    if t is complex:
        return complex(without_nan(v.real), without_nan(v.imag))
    if t is dict:
        return {without_nan(k): without_nan(x) for k, x in v.items()}
    return t(map(without_nan, v)) if t in (list, tuple, set, frozenset) else v


def retyped(r, v):
    """An equal value made of other types and in another order."""
    t = type(v)
    if t is bool or t is int and abs(v) < 2**53:
        choices = [v, int(v), float(v)] + ([bool(v)] if v in (0, 1) else []) + [complex(v, 0)]
        return r.choice(choices)
    if t is float and v.is_integer():
        return r.choice([v, int(v)])
    if t is list or t is tuple:
        return t(retyped(r, x) for x in v)
    if t is set or t is frozenset:
        items = [retyped(r, x) for x in v]
        r.shuffle(items)
        return r.choice([set, frozenset])(items) if t is set else frozenset(items)
    if t is dict:
        items = [(retyped(r, k), retyped(r, x)) for k, x in v.items()]
        r.shuffle(items)
        return dict(items)
    return v


def changed(r, v):
    """Mostly the same value, with something changed somewhere."""
    t = type(v)
    if t in (list, tuple) and v and r.random() < 0.9:
        items = list(v)
        at = r.randrange(len(items))
        items[at] = changed(r, items[at])
        return t(items)
    if t is dict and v and r.random() < 0.9:
        out = dict(v)
        key = r.choice(list(out))
        out[key] = changed(r, out[key])
        return out
    if t in (set, frozenset) and v:
        items = list(v)
        del items[r.randrange(len(items))]
        return t(items + [without_nan(values.draw_hashable(r, 1))])
    if t is int and r.random() < 0.5:
        return v + r.choice([-1, 1])
    if t is float and r.random() < 0.5:
        return math.nextafter(v, math.inf)
    if t is str and r.random() < 0.5:
        return v + "x"
    return without_nan(values.draw(r, 1))


def follow(value, path):
    return eval("value" + path, {"value": value, "inf": math.inf, "range": range})


def strictly(a, b):
    if type(a) is not type(b) or not a == b:
        return False
    if type(a) in (list, tuple):
        return all(map(strictly, a, b))
    if type(a) is dict:
        keys = {k: k for k in b}
        return all(strictly(k, keys[k]) and strictly(a[k], b[k]) for k in a)
    if type(a) in (set, frozenset):
        items = {k: k for k in b}
        return all(strictly(k, items[k]) for k in a)
    return True


class AgainstPython(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.echo = Echo()

    @classmethod
    def tearDownClass(cls):
        p = cls.echo.process
        p.stdin.close()
        p.stdout.close()
        if p.wait() != 0:
            raise AssertionError("compare_echo died")

    def check(self, a, b):
        equal, path = self.echo(EQUAL, a, b)
        self.assertEqual(equal, a == b, (a, b))
        self.assertEqual(self.echo(STRICT, a, b)[0], strictly(a, b), (a, b))
        if not equal and "…" not in path:
            self.assertNotEqual(follow(a, path), follow(b, path), (a, b, path))

    def test_pairs(self):
        r = random.Random(11)
        equal = 0
        for _ in range(6000):
            value = without_nan(values.draw(r, 4))
            other = r.choice([retyped, retyped, changed, lambda r, v: without_nan(values.draw(r, 2))])(r, value)
            equal += value == other
            self.check(value, other)
        self.assertGreater(equal, 1000)

    def test_numbers_near_each_other(self):
        r = random.Random(12)
        for _ in range(10000):
            n = r.choice([0, 1, 2**53, 2**63, 2**64, 2**100, 10**22, 10**23, 2**1023, 2**1024]) * r.choice([1, -1]) + r.randint(-2, 2)
            try:
                f = float(n)
            except OverflowError:
                f = r.choice([math.inf, -math.inf, sys.float_info.max])
            f = r.choice([f, math.nextafter(f, math.inf), math.nextafter(f, -math.inf), f + 0.5])
            self.check(n, f)
            self.check(f, n)
            self.check({n: 1, "a": 2}, {f: 1, "a": 2})

    def test_ranges(self):
        r = random.Random(13)
        for _ in range(5000):
            a, b = (range(r.randint(-3, 3), r.choice([0, 1, 5, 10**30]), r.choice([1, 2, -1, 3])) for _ in range(2))
            self.check(a, b)
            self.check([{a}], [{b}])

    def test_unordered_and_set(self):
        r = random.Random(14)
        for _ in range(3000):
            a = [r.randint(0, 3) for _ in range(r.randint(0, 6))]
            b = [r.choice([int, float])(r.randint(0, 3)) for _ in range(r.randint(0, 6))] if r.random() < 0.5 else r.sample(a, len(a))
            self.assertEqual(self.echo(UNORDERED, a, b)[0], sorted(a) == sorted(b), (a, b))
            self.assertEqual(self.echo(SET, a, tuple(b))[0], set(a) == set(b), (a, b))

    def test_tolerance(self):
        r = random.Random(15)
        for _ in range(5000):
            a, d = r.choice([r.uniform(-10, 10), r.randint(-10**20, 10**20)]), r.choice([0, 0.5, 0.9, 1.1, 2, 1e6]) * r.choice([1, -1])
            tolerance = 10.0 ** r.randint(-6, 3)
            b = a + d * tolerance
            far = abs(a - b) / tolerance
            if abs(far - 1) < 1e-3 or isinstance(a, int) and tolerance < 1e5:
                continue
            equal, _ = self.echo(APPROX, [a, {"x": a}], [b, {"x": b}], tolerance)
            self.assertEqual(equal, far <= 1, (a, b, tolerance))


if __name__ == "__main__":
    unittest.main()
