"""What an author may type as a value, and which calls travel as data."""
import math
import unittest

from run_client import LITERAL, PARSE_CALL, Run, Zygote

LITERALS = ["0", "-3", "+4", "10**30", "1_000", "0x1f", "1.5e3", "-inf", "inf", "None", "True", "'é\\n'", '"a" "b"', "b'\\x00'", "'''x\ny'''",
            "[1, [2, (3,)], {'a': {1, 2}}]", "()", "(1)", "(1,)", "{}", "set()", "frozenset([1, 2])", "frozenset()", "range(3)",
            "range(1, 10, -2)", "3+4j", "-2j", "[0] * 5", "'-' * 20", "[[0, 1], [1, 0]]", "{1: 'a', (1, 2): [None]}", " [1,\n 2] ",
            "[-1.5, +2, ~3]", str(list(range(300))), str({i: str(i) for i in range(100)}), str(set(range(50))), "float('inf')",
            "list(range(4))", "[*range(3), 4]", "{**{'a': 1}, 'b': 2}", "dict(a=1, b=[2])", "1e999", "2**64 - 1", "10 // 3"]
NOT_LITERALS = ["x", "len('a')", "(lambda: 1)()", "[i for i in range(3)]", "f'{1}'", "open('/etc/passwd')", "''.join([])", "().__class__",
                "1 if set() else 2", "1 < 2", "not set()", "...", "int('3')", "[...]", "range", "set", "(x := 3)", "set() and 1", "{}['a']", "(1).real",
                "print('x')", "__import__('os')", "[1, 2][0]", "lambda: 1"]


class Literals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.zygote = Zygote()
        cls.run_ = Run(cls.zygote)

    @classmethod
    def tearDownClass(cls):
        cls.run_.end()
        cls.zygote.close()

    def test_literals(self):
        for text in LITERALS:
            with self.subTest(text[:40]):
                reply = self.run_.ask(LITERAL, text)
                self.assertEqual(reply.value, eval(text.strip(), {"inf": math.inf}))
        self.assertTrue(math.isnan(self.run_.ask(LITERAL, "nan").value))

    def test_not_literals(self):
        for text in NOT_LITERALS:
            with self.subTest(text):
                reply = self.run_.ask(LITERAL, text)
                self.assertNotEqual(reply.kind, "V", reply)
                if reply.kind == "E":
                    self.assertEqual((reply.builtin, reply.message), ("ValueError", "not a literal"))

    def test_broken(self):
        for text in ["", "[1, 2", "1 +", "x = 3", "(" * 300, "'abc", "1 2"]:
            with self.subTest(text[:10]):
                self.assertIn(self.run_.ask(LITERAL, text).builtin, ("SyntaxError", "ValueError"))
                self.assertEqual(self.run_.ask(PARSE_CALL, text).builtin, "SyntaxError")
        self.assertEqual(self.run_.ask(LITERAL, "1 / 0").builtin, "ZeroDivisionError")
        self.assertEqual(self.run_.ask(LITERAL, "[{[]}]").builtin, "TypeError")

    def test_calls(self):
        cases = [
            ("f()", ("f", (), {})), ("f(1, [2], k=3)", ("f", (1, [2]), {"k": 3})), ("maximum([-5, inf])", ("maximum", ([-5, math.inf],), {})),
            ("été('é')", ("été", ("é",), {})), (" f( 1,\n 2 )", ("f", (1, 2), {})), ("f(set(), {1: 2})", ("f", (set(), {1: 2}), {})),
            ("set([1])", ("set", ([1],), {})), ("f((1, 2), a={'b': (3,)}, c=None)", ("f", ((1, 2),), {"a": {"b": (3,)}, "c": None})),
            ("f(" + "1, " * 300 + ")", ("f", (1,) * 300, {})), ("f(-1.5, range(3))", ("f", (-1.5, range(3)), {})),
        ]
        for text, expected in cases:
            with self.subTest(text[:30]):
                self.assertEqual(self.run_.ask(PARSE_CALL, text).value, expected)

    def test_richer(self):
        for text in ["f(x)", "f(1)[0]", "f(1) + 1", "f(f(1))", "f(1)(2)", "p.f(1)", "[f(1)]", "f", "3", "f(len([1]))", "f(1/0)", "f(f)", "f(...)",
                     "f(1) == 2", "sorted(f([1]))", "-f(1)", "f(lambda: 1)", "f(a=g)", "f(1) and f(2)", "list(f(1))", "x(1) if y else 3", "f(range)"]:
            with self.subTest(text):
                reply = self.run_.ask(PARSE_CALL, text)
                self.assertEqual((reply.kind, reply.parts), ("R", []), text)


if __name__ == "__main__":
    unittest.main()
