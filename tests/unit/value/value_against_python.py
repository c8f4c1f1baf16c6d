"""Values, their encoding and their repr, compared with CPython itself.

An encoder and a decoder of the wire form are written here a second time, from the description in
sandbox/value.h alone. Seeded: a failure comes back.
"""
import math
import random
import struct
import subprocess
import sys
import unittest

ECHO = sys.argv.pop(1) if len(sys.argv) > 1 else None
sys.set_int_max_str_digits(0) if hasattr(sys, "set_int_max_str_digits") else None


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def sized(tag, data):
    return tag + varint(len(data)) + data


def encode(v):
    t = type(v)
    if v is None:
        return b"N"
    if t is bool:
        return b"T" if v else b"F"
    if t is int:
        m = abs(v).to_bytes((abs(v).bit_length() + 7) // 8, "little")
        return b"i" + bytes([v < 0]) + varint(len(m)) + m
    if t is float:
        return b"f" + struct.pack("<d", v)
    if t is complex:
        return b"c" + struct.pack("<dd", v.real, v.imag)
    if t is str:
        return sized(b"s", v.encode("utf-8", "surrogatepass"))
    if t is bytes:
        return sized(b"b", v)
    if t is range:
        return b"r" + encode(v.start) + encode(v.stop) + encode(v.step)
    if t is dict:
        return b"d" + varint(len(v)) + b"".join(encode(k) + encode(x) for k, x in v.items())
    tag = {list: b"l", tuple: b"t", set: b"S", frozenset: b"Z"}[t]
    return tag + varint(len(v)) + b"".join(encode(x) for x in v)


class Echo:
    def __init__(self):
        self.process = subprocess.Popen([ECHO], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, data, most=0):
        p = self.process
        p.stdin.write(struct.pack("<II", len(data), most) + data)
        p.stdin.flush()
        status = p.stdout.read(1)[0]
        text = p.stdout.read(struct.unpack("<I", p.stdout.read(4))[0])
        back = p.stdout.read(struct.unpack("<I", p.stdout.read(4))[0])
        return status, text.decode("utf-8"), back

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()


SPECIAL_FLOATS = [0.0, -0.0, 1.0, 0.1, 0.5, 1e15, 1e16, 1e17, 123456789012345680.0, 1e-4, 1e-5, 9.999e-5, 5e-324,
                  2.2250738585072014e-308, 1.7976931348623157e308, math.inf, -math.inf, math.nan, 1 / 3, 2 / 3,
                  9007199254740993.0, 1e22, 1e23, 4.35, 0.3, 0.1 + 0.2, 1e100, 9999999999999998.0, 100.0]
ALPHABETS = ["abc xyz", "'\"\\", "\x00\x07\t\n\r\x1b\x7f\x80\x9f\xa0\xad", "éèçàùœÉ’«»", "\u2028\u200b\u3000\ufeff",
             "\ud800\udcff\udfff", "\U0001f600\U000e0001\U0010ffff\u0378", "日本語"]


def draw_int(r):
    return r.choice([r.randint(-9, 99), r.randint(-2**63 - 2, -2**63 + 2), r.randint(2**63 - 2, 2**63 + 2),
                     r.getrandbits(r.randint(1, 400)), -r.getrandbits(r.randint(1, 3000)), 10**r.randint(0, 60)])


def draw_float(r):
    return r.choice([r.choice(SPECIAL_FLOATS), r.random(), r.uniform(-1e6, 1e6), round(r.uniform(-100, 100), 2),
                     struct.unpack("<d", r.randbytes(8))[0], math.ldexp(1, r.randint(-1074, 1023)),
                     float(r.randint(-10**18, 10**18))])


def draw_str(r):
    alphabet = r.choice(ALPHABETS) + r.choice(ALPHABETS)
    if r.random() < 0.1:
        return "".join(chr(r.randrange(0x110000)) for _ in range(r.randint(0, 8)))
    return "".join(r.choice(alphabet) for _ in range(r.randint(0, 10)))


def draw_range(r):
    step = r.choice([1, 1, 2, -1, 7, -10**20])
    return range(draw_int(r), draw_int(r), step)


def draw_hashable(r, depth):
    kind = r.randint(0, 9)
    if kind == 0 and depth > 0:
        return tuple(draw_hashable(r, depth - 1) for _ in range(r.randint(0, 3)))
    if kind == 1 and depth > 0:
        return frozenset(draw_hashable(r, depth - 1) for _ in range(r.randint(0, 3)))
    return r.choice([lambda: None, lambda: r.random() < 0.5, lambda: draw_int(r), lambda: draw_float(r),
                     lambda: complex(draw_float(r), draw_float(r)), lambda: draw_str(r),
                     lambda: r.randbytes(r.randint(0, 9)), lambda: draw_range(r)])()


def draw(r, depth):
    kind = r.randint(0, 8)
    if depth == 0 or kind < 3:
        return draw_hashable(r, depth)
    count = r.choice([0, 1, 1, 2, 3, 5])
    if kind == 3:
        return {draw_hashable(r, depth - 1) for _ in range(count)}
    if kind == 4:
        return tuple(draw(r, depth - 1) for _ in range(count))
    if kind == 5:
        return {draw_hashable(r, depth - 1): draw(r, depth - 1) for _ in range(count)}
    return [draw(r, depth - 1) for _ in range(count)]


class AgainstPython(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.echo = Echo()

    @classmethod
    def tearDownClass(cls):
        if cls.echo.close() != 0:
            raise AssertionError("value_echo died")

    def same(self, value):
        data = encode(value)
        status, text, back = self.echo(data)
        self.assertEqual(status, 0, text)
        self.assertEqual(text, repr(value))
        self.assertEqual(back, data)

    def test_drawn_values(self):
        r = random.Random(20261123)
        for _ in range(4000):
            self.same(draw(r, 4))

    def test_floats(self):
        r = random.Random(1)
        for value in SPECIAL_FLOATS:
            self.same(value)
            self.same(complex(value, -value))
            self.same(complex(-value, value))
        self.same([math.ldexp(1, e) for e in range(-1074, 1024)])
        self.same([struct.unpack("<d", r.randbytes(8))[0] for _ in range(20000)])
        self.same([float("%de%d" % (r.randint(1, 10**r.randint(1, 17)), r.randint(-30, 30))) for _ in range(20000)])

    def test_every_code_point(self):
        for first in range(0, 0x110000, 0x1000):
            self.same("".join(map(chr, range(first, first + 0x1000))))

    def test_every_byte(self):
        self.same(bytes(range(256)))
        self.same([bytes([i]) for i in range(256)])

    def test_small_forms(self):
        for value in [(), (1,), (1, 2), set(), {1}, frozenset(), frozenset({1}), {}, [], [[]], {1: {2: 3}}, range(5),
                      range(1, 5, 2), range(0), "", b"", "it's", 'say "it\'s"', 'a"b', "a'b", 1j, -1j, complex(-0.0, 1),
                      complex(0.0, -0.0), complex(1, math.nan), complex(math.nan, math.inf), True, None, 0, -1, 255, 256]:
            self.same(value)

    def test_large_ints(self):
        for value in [10**4299, 10**4300, -(10**5000) + 1, 2**100000, 7**20000]:
            self.same(value)
            self.same([value, range(value)])

    def test_nested_to_the_bound(self):
        value = 1
        for _ in range(100):
            value = [value]
        self.same(value)
        status, text, _ = self.echo(encode([value]))
        self.assertNotEqual(status, 0)
        self.assertIn("deeper", text)

    def test_cut(self):
        r = random.Random(3)
        for _ in range(2000):
            value = draw(r, 3)
            whole = repr(value).encode("utf-8")
            most = r.randint(1, 60)
            status, text, _ = self.echo(encode(value), most)
            self.assertEqual(status, 0)
            if len(whole) <= most:
                self.assertEqual(text, repr(value))
                continue
            self.assertTrue(text.endswith("…"), text)
            kept = text[:-1].encode("utf-8")
            self.assertTrue(whole.startswith(kept), (value, text))
            self.assertGreater(len(kept), most - 10)  # an escape, or a character, is not cut in two
            self.assertLessEqual(len(kept), most)

    def test_cut_of_huge_ints(self):
        n = 45000
        for value in [3**100000, 10**n, 10**n - 1, 10**n + 1, -(7**60000), 10**n + 10**(n - 30), 12345 * 10**n,
                      12345 * 10**n - 1, 12345 * 10**n + 10**(n - 30), 1 - 10**n]:
            text = str(value)
            for most in (2, 3, 9, 60, 300):
                status, cut, _ = self.echo(encode(value), most)
                self.assertEqual((status, cut), (0, text[:most] + "…"))

    def test_mutations_are_refused_or_canonical(self):
        """Whatever is accepted encodes to the very same bytes: one value has one form."""
        r = random.Random(5)
        accepted = 0
        for _ in range(8000):
            data = bytearray(encode(draw(r, 3)))
            for _ in range(r.randint(1, 3)):
                change = r.randint(0, 3)
                at = r.randrange(len(data)) if data else 0
                if change == 0 and data:
                    data[at] = r.randrange(256)
                elif change == 1:
                    data.insert(at, r.randrange(256))
                elif change == 2 and data:
                    del data[at]
                else:
                    data[at:at] = data[at:at + r.randint(1, 4)]
            status, _, back = self.echo(bytes(data))
            if status == 0:
                accepted += 1
                self.assertEqual(back, bytes(data))
        self.assertGreater(accepted, 200)


if __name__ == "__main__":
    unittest.main()
