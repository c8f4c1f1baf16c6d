"""What crosses the border is what the object is, and nothing but plain data crosses."""
import math
import random
import unittest

from run_client import LITERAL, Run, Zygote, encode


def same(a, b):
    """Equal in value, exact type, sign of zero and NaN."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(same(x, y) and same(a[x], b[y]) for x, y in zip(a, b))
    if isinstance(a, (set, frozenset)):
        return a == b and sorted(type(x).__name__ for x in a) == sorted(type(x).__name__ for x in b)
    return a == b


def drawn(rng, depth=0, hashable=False):
    """A random value; containers get rarer with depth."""
    scalars = [
        lambda: None, lambda: rng.random() < 0.5,
        lambda: rng.choice([0, 1, -1, 255, 256, -255, -256, 2**15, 2**30, -2**30, 2**63, -2**63, 2**64]),
        lambda: rng.getrandbits(rng.choice([3, 8, 31, 64, 200, 5000])) * rng.choice([1, -1]),
        lambda: rng.choice([0.0, -0.0, 1.5, -1e308, 5e-324, math.inf, -math.inf]), lambda: rng.gauss(0, 1e6),
        lambda: complex(rng.random(), -0.0),
        lambda: "".join(rng.choice("aé€😀\0\ud800\udfff\n'") for _ in range(rng.randrange(12))),
        lambda: "x" * rng.choice([0, 1, 127, 128, 300]), lambda: rng.randbytes(rng.choice([0, 1, 127, 128, 200])),
        lambda: range(rng.randrange(-5, 5), rng.getrandbits(70), rng.choice([1, -1, 2**65])),
    ]
    if depth > 4 or rng.random() < 0.5:
        return rng.choice(scalars)()
    size = rng.choice([0, 1, 2, 3, 9])
    kind = rng.choice(["tuple", "frozenset"] if hashable else ["list", "tuple", "dict", "set", "frozenset"])
    if kind == "dict":
        return {drawn(rng, depth + 1, True): drawn(rng, depth + 1) for _ in range(size)}
    hashable = hashable or kind in ("set", "frozenset")
    items = [drawn(rng, depth + 1, hashable) for _ in range(size)]
    return {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}[kind](items)


class Values(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.zygote = Zygote()

    @classmethod
    def tearDownClass(cls):
        cls.zygote.close()

    def returned(self, code, prelude=None):
        with Run(self.zygote) as run:
            self.assertEqual(run.load("def f():\n" + "\n".join("    " + l for l in code.split("\n")), prelude).kind, "V")
            return run.call("f")

    def assert_opaque(self, code, reason, type_name):
        reply = self.returned(code)
        self.assertEqual((reply.kind, *reply.parts), ("O", reason, type_name), code)

    def test_round_trip(self):
        rng = random.Random(20240229)
        with Run(self.zygote) as run:
            run.load("def same(x): return x\n")
            for _ in range(3000):
                value = drawn(rng)
                reply = run.call("same", value)
                self.assertTrue(same(reply.value, value), (repr(value)[:500], repr(reply)[:500]))
                self.assertEqual(reply.parts[1], type(value).__name__)

    def test_made_inside(self):
        """What Python computes there, not only what it was given."""
        expressions = [
            "-2**63", "-255", "-256", "-257", "2**512 - 1", "-2**512", "[1] * 200", "'é' * 200", "1e308 * 10", "-0.0",
            "{3, 1, 2}", "frozenset('abc')", "{'a': {1: 2.5}}", "range(10)[::-2]", "tuple(range(130))", "b'\\xff' * 130",
            "{1: 'a', '1': 'b', 1.5: 'c', (1,): 'd'}", "'\\ud83d\\ude00'", "chr(0x10ffff)", "dict.fromkeys('cab')", "7 // 2",
        ]
        for text in expressions:
            with self.subTest(text):
                self.assertTrue(same(self.returned(f"return {text}").value, eval(text)))

    def test_only_exact_types(self):
        cases = [
            ("class L(list): pass\nreturn L([1])", "L"),
            ("class D(dict): pass\nreturn [D()]", "list"),
            ("class I(int): pass\nreturn I(3)", "I"),
            ("class S(str): pass\nreturn {S('a'): 1}", "dict"),
            ("class F:\n    __class__ = list\n    def __len__(self): return 0\n    def __iter__(self): return iter(())\nreturn F()", "F"),
            ("class F:\n    __class__ = property(lambda s: int)\n    def __eq__(self, o): return True\nreturn F()", "F"),
            ("from collections import namedtuple\nreturn namedtuple('P', 'x y')(1, 2)", "P"),
            ("from collections import OrderedDict\nreturn OrderedDict()", "OrderedDict"),
            ("from collections import Counter, deque\nreturn deque([1])", "deque"),
            ("from enum import IntEnum\nclass E(IntEnum):\n    A = 1\nreturn E.A", "E"),
            ("from decimal import Decimal\nreturn Decimal('1.5')", "Decimal"),
            ("from fractions import Fraction\nreturn Fraction(1, 2)", "Fraction"),
            ("import random\nreturn random.Random()", "Random"),
            ("return (i for i in range(3))", "generator"),
            ("return map(str, [1])", "map"), ("return {}.keys()", "dict_keys"), ("return f", "function"),
            ("return [].append", "builtin_function_or_method"), ("return int", "type"), ("return ...", "ellipsis"),
            ("return NotImplemented", "NotImplementedType"), ("return bytearray(b'a')", "bytearray"),
            ("return ValueError('x')", "ValueError"), ("return slice(1)", "slice"), ("import math\nreturn math", "module"),
        ]
        for code, name in cases:
            with self.subTest(name):
                self.assert_opaque(code, "type", name)

    def test_bounds(self):
        self.assert_opaque("l = []\nl.append(l)\nreturn l", "cycle", "list")
        self.assert_opaque("d = {}\nd[1] = [d]\nreturn d", "cycle", "dict")
        self.assert_opaque("t = ([],)\nt[0].append(t)\nreturn t", "cycle", "tuple")
        self.assert_opaque("x = 1\nfor i in range(101): x = [x]\nreturn x", "depth", "list")
        self.assert_opaque("x = ()\nfor i in range(1000000): x = (x,)\nreturn x", "depth", "tuple")
        self.assert_opaque("return [0] * 1000000", "nodes", "list")
        self.assert_opaque("return {i: i for i in range(500000)}", "nodes", "dict")
        self.assert_opaque("x = []\nfor i in range(30): x = [x, x]\nreturn x", "nodes", "list")
        self.assert_opaque("return 'a' * (8 << 20)", "bytes", "str")
        self.assert_opaque("return 'é' * (4 << 20)", "bytes", "str")
        self.assert_opaque("return b'a' * (9 << 20)", "bytes", "bytes")
        self.assert_opaque("return 1 << (8 << 23)", "bytes", "int")
        self.assert_opaque("return ['a' * 1000] * 9000", "bytes", "list")

    def test_at_the_bounds(self):
        deep = self.returned("x = 1\nfor i in range(100): x = [x]\nreturn x").value
        for _ in range(100):
            self.assertEqual(len(deep), 1)
            deep = deep[0]
        self.assertEqual(deep, 1)
        self.assertEqual(len(self.returned("return [0] * 999999").value), 999999)
        self.assertEqual(len(self.returned("return 'a' * ((8 << 20) - 5)").value), (8 << 20) - 5)
        self.assertEqual(self.returned("a = [1]\nreturn [a, a, (a, a)]").value, [[1], [1], ([1], [1])])
        self.assertEqual(self.returned("return 7 ** 20000").value, 7 ** 20000)

    def test_args_after(self):
        with Run(self.zygote) as run:
            run.load("def f(l, d):\n    l.sort(); d['x'] = l; return None\ndef g(l): l.append(g)\ndef h(*a, k): return (a, k)\n")
            reply = run.call("f", [3, 1, 2], {}, args_after=True)
            self.assertEqual(reply.parts, [None, "NoneType", ([1, 2, 3], {"x": [1, 2, 3]})])
            self.assertEqual(run.call("g", [], args_after=True).parts, [None, "NoneType", None])
            self.assertEqual(run.call("h", 1, 2, kwargs={"k": [3]}).value, ((1, 2), [3]))
            opaque = run.call("g", [])
            self.assertEqual((opaque.kind, len(opaque.parts)), ("V", 2))

    def test_nothing_runs_while_encoding(self):
        """An object whose end, comparison or hash would change the result comes too late."""
        code = (
            "import sys\n"
            "shared = [1, 2]\n"
            "class Late:\n"
            "    def __del__(self): shared.append('changed')\n"
            "class Tracer:\n"
            "    def __call__(self, *a): shared.append('traced'); return self\n"
            "def f():\n"
            "    late = Late()\n"
            "    return [shared, late]\n"
            "def g():\n"
            "    sys.setprofile(lambda *a: shared.clear())\n"
            "    return ['kept']\n")
        with Run(self.zygote) as run:
            run.load(code)
            self.assertEqual(run.call("f").kind, "O")
            self.assertEqual(run.call("g").value, ["kept"])

    def test_malformed_requests_end_the_run(self):
        from run_client import Ended
        for payload in [b"", b"t", b"t\x01", b"t\x01s\xff\xff\xff\xff\x0f", b"N", encode((1,)), encode(()), b"l" * 500,
                        encode(("a",)) + b"x", b"t\x01i\x00\x05\x01"]:
            with self.subTest(payload[:10]), Run(self.zygote) as run, self.assertRaises(Ended):
                run.ask_raw(LITERAL, payload)


if __name__ == "__main__":
    unittest.main()
