"""There and back across the border: Python's object -> the run's encoder -> the grader's decoder and encoder -> the run's
decoder -> an object that is the same in exact type, value, order, sign of zero and bits of NaN. And of malformed bytes,
both decoders refuse the same.

Runs in value_border, CPython with both sides linked in. BAREME_SEED and BAREME_COUNT draw others, or more.
"""
import math
import os
import random
import struct
import sys
import unittest

import border

SEED = int(os.environ.get("BAREME_SEED", "20261123"))
COUNT = int(os.environ.get("BAREME_COUNT", "2000"))
FLOATS = [0.0, -0.0, 1.5, math.inf, -math.inf, math.nan, -math.nan, 5e-324, -2.2250738585072009e-308,
          2.2250738585072014e-308, 1.7976931348623157e308, 0.1, 1e22]
INTS = [0, 1, -1, 127, 128, 255, 256, -255, -256, 2**15, 2**30 - 1, 2**30, -2**30, 2**60, 2**63 - 1, 2**63, -2**63,
        -2**63 - 1, 2**64, 2**512 - 1, -2**512, 10**4300]
ALPHABETS = ["ab 'x", "\0\n\t\x7f\x80\xff", "éŒ€\u200b\ufffd", "\ud800\udbff\udc00\udfff", "😀\U0010ffff"]


def draw_int(r):
    return r.choice([r.choice(INTS), r.randint(-300, 300), r.getrandbits(r.randint(1, 3000)) * r.choice([1, -1])])


def draw_float(r):
    return r.choice([r.choice(FLOATS), struct.unpack("<d", r.randbytes(8))[0], r.uniform(-1e3, 1e3),
                     math.ldexp(r.random(), r.randint(-1074, 1023))])


def draw_str(r):
    return "".join(r.choice(r.choice(ALPHABETS)) for _ in range(r.choice([0, 1, 2, 5, 130])))


def draw_range(r):
    return range(draw_int(r), draw_int(r), r.choice([1, -1, 2, -7, 2**70, -2**64]))


SCALARS = [lambda r: None, lambda r: r.random() < 0.5, draw_int, draw_float, draw_str, draw_range,
           lambda r: complex(draw_float(r), draw_float(r)), lambda r: r.randbytes(r.choice([0, 1, 9, 127, 128, 300]))]


def draw(r, depth, hashable=False):
    kind = r.randint(0, 9) if depth > 0 else 0
    if kind < 4:
        return r.choice(SCALARS)(r)
    count = r.choice([0, 1, 1, 2, 3, 5, 130 if depth == 1 else 4])
    if kind == 4:
        return tuple(draw(r, depth - 1, hashable) for _ in range(count))
    if kind == 5 or hashable:
        return frozenset(draw(r, depth - 1, True) for _ in range(count))
    if kind == 6:
        return {draw(r, depth - 1, True) for _ in range(count)}
    if kind == 7:
        return {draw(r, depth - 1, True): draw(r, depth - 1) for _ in range(count)}
    return [draw(r, depth - 1) for _ in range(count)]


def exact(value):
    """A value as nested tuples that are equal exactly when the values are the same."""
    kind = type(value)
    if kind is float:
        return kind, struct.pack("<d", value)
    if kind is complex:
        return kind, struct.pack("<dd", value.real, value.imag)
    if kind in (list, tuple):
        return kind, tuple(map(exact, value))
    if kind in (set, frozenset):
        return kind, tuple(sorted(map(exact, value), key=repr))
    if kind is dict:
        return kind, tuple((exact(key), exact(item)) for key, item in value.items())
    if kind is range:
        return kind, hex(value.start), hex(value.stop), hex(value.step)
    return kind, hex(value) if kind is int else value


def mutate(r, data):
    data = bytearray(data)
    for _ in range(r.choice([1, 1, 2, 4])):
        at = r.randrange(len(data) + 1)
        change = r.randint(0, 6)
        if change == 0 and at < len(data):
            data[at] ^= 1 << r.randrange(8)
        elif change == 1 and at < len(data):
            data[at] = r.choice(b"NTFifcsbltSZdr\0\1\2\x7f\x80\xff\xed")
        elif change == 2:
            data.insert(at, r.choice(b"NTFifcsbltSZdr\0\1\2\x7f\x80\xff"))
        elif change == 3 and at < len(data):
            del data[at]
        elif change == 4:
            data[at:at] = data[at:at + r.randint(1, 12)]
        elif change == 5:
            del data[at:]
        elif at < len(data):  # a length that is not in its shortest form
            data[at:at + 1] = bytes([data[at] | 0x80, 0])
    return bytes(data)


def tried(function, data):
    """The result, or the exception that refused."""
    try:
        return function(data), None
    except (ValueError, TypeError) as refusal:
        return None, refusal


class Border(unittest.TestCase):
    def there_and_back(self, value, what=None):
        outside = border.encode(value)
        again = border.customs(outside)
        self.assertTrue(again == outside, what)
        self.assertTrue(exact(border.decode(again)) == exact(value), (what, outside[:500]))

    def test_drawn_values(self):
        r = random.Random(SEED)
        for number in range(COUNT):
            self.there_and_back(draw(r, 5), (SEED, number))

    def test_each_kind_alone(self):
        for value in [*FLOATS, *INTS, *map(chr, range(0, 0x110000, 97)), "\ud83d\ude00", (), [], {}, set(), frozenset(),
                      {1: "a", "1": "b", 1.5: "c", (1,): "d", None: "e"}, {True, 2, "2"}, [[]] * 3, {0.0: -0.0},
                      {math.nan, 1}, range(0), range(5, 1, -2), b"", bytes(range(256)), "x" * (1 << 20), [0] * 300000]:
            self.there_and_back(value)

    def test_to_the_bound_of_depth(self):
        value = 1
        for _ in range(100):
            value = [value]
        self.there_and_back(value)
        self.assertRaisesRegex(ValueError, "depth", border.encode, [value])
        deeper = b"l\x01" + border.encode(value)
        self.assertRaisesRegex(ValueError, "deeper", border.customs, deeper)

    def test_both_sides_refuse_the_same(self):
        """Outside knows the form alone; whether members have a hash, or are equal, is Python's to say."""
        r = random.Random(SEED + 1)
        accepted = refused = 0
        for number in range(2 * COUNT):
            data = mutate(r, border.encode(draw(r, 3)))
            again, refused_outside = tried(border.customs, data)
            value, refused_inside = tried(border.decode, data)
            what = (SEED, number, data[:200], refused_outside, refused_inside)
            if refused_outside is not None:
                self.assertIsNotNone(refused_inside, what)
                refused += 1
                continue
            self.assertTrue(again == data, what)
            if refused_inside is not None:
                self.assertTrue(isinstance(refused_inside, TypeError) or set(b"SZd") & set(data), what)
                continue
            accepted += 1
            self.there_and_back(value, what)
        # Each way was gone often enough to mean something.
        self.assertGreater(accepted, COUNT // 10)
        self.assertGreater(refused, COUNT // 10)

    def test_refused_forms(self):
        for data in [b"", b"x", b"i\0\1\0", b"i\1\0", b"i\2\1\1", b"s\x81\0a", b"s\2a", b"s\1\xff", b"s\3\xe0\x80\x80", b"f1234567",
                     b"l\1", b"l\xff\xff\xff\xff\x7f", b"l\x80\x80\x80\x80\x80\1", b"rTi\0\1\1i\0\1\1", b"ri\0\0i\0\0i\0\0", b"NN", b"d\1N"]:
            with self.subTest(data):
                self.assertRaises(ValueError, border.customs, data)
                self.assertRaises(ValueError, border.decode, data)
        for data, refusal in [(b"S\1l\0", TypeError), (b"d\1l\0N", TypeError), (b"S\2NN", ValueError),
                              (b"d\2NTNF", ValueError), (b"Z\2Ti\0\1\1", ValueError)]:
            with self.subTest(data):
                self.assertEqual(border.customs(data), data)
                self.assertRaises(refusal, border.decode, data)


if __name__ == "__main__":
    print("seed", SEED, file=sys.stderr)
    unittest.main()
