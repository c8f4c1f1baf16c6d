"""What was raised, by which line of the student's own text."""
import unittest

from run_client import EVAL, LOAD, Ended, Run, Zygote


class Exceptions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.zygote = Zygote()

    @classmethod
    def tearDownClass(cls):
        cls.zygote.close()

    def raised(self, text, call="f", prelude=None, **options):
        with Run(self.zygote) as run:
            reply = run.load(text, prelude, **options)
            if reply.kind == "V" and call:
                reply = run.call(call)
            self.assertEqual(reply.kind, "E", reply)
            return reply

    def test_types(self):
        cases = [
            ("1 / 0", "ZeroDivisionError", "ZeroDivisionError", "ZeroDivisionError", "division by zero"),
            ("[][1]", "IndexError", "IndexError", "IndexError", "list index out of range"),
            ("{}['é']", "KeyError", "KeyError", "KeyError", "'é'"),
            ("raise StopIteration(3)", "StopIteration", "StopIteration", "StopIteration", "3"),
            ("raise KeyboardInterrupt", "KeyboardInterrupt", "KeyboardInterrupt", "KeyboardInterrupt", ""),
            ("raise GeneratorExit", "GeneratorExit", "GeneratorExit", "GeneratorExit", ""),
            ("raise MemoryError", "MemoryError", "MemoryError", "MemoryError", ""),
            ("assert 1 == 2, 'non'", "AssertionError", "AssertionError", "AssertionError", "non"),
            ("inconnu", "NameError", "NameError", "NameError", "name 'inconnu' is not defined"),
            ("int('x')", "ValueError", "ValueError", "ValueError", "invalid literal for int() with base 10: 'x'"),
            ("class E(ValueError): pass\n    raise E('mien')", "E", None, "ValueError", "mien"),
            ("class KeyError(Exception): pass\n    raise KeyError('faux')", "KeyError", None, "Exception", "faux"),
            ("import decimal; decimal.Decimal('x')", "InvalidOperation", None, "ZeroDivisionError", None),
            ("import json; json.loads('{')", "JSONDecodeError", None, "ValueError", None),
            ("raise ExceptionGroup('g', [ValueError(1)])", "ExceptionGroup", None, None, None),
            ("raise 3", "TypeError", "TypeError", "TypeError", "exceptions must derive from BaseException"),
            ("raise SyntaxError('y')", "SyntaxError", "SyntaxError", "SyntaxError", "y"),
            ("f.__code__ = 3", "TypeError", "TypeError", "TypeError", None),
        ]
        for body, name, builtin, base, message in cases:
            with self.subTest(body):
                reply = self.raised(f"\ndef f():\n    {body}\n")
                self.assertEqual((reply.type, reply.builtin), (name, builtin))
                if base and base != "ZeroDivisionError" or builtin:
                    self.assertEqual(reply.base, base)
                if message is not None:
                    self.assertEqual(reply.message, message)
                self.assertFalse(reply.syntax)
                self.assertIn(reply.line, (3, 4))
                self.assertEqual(reply.frames[-1][0], "f")

    def test_faked_builtins(self):
        reply = self.raised("import builtins\nclass ValueError(Exception): pass\nbuiltins.ValueError = ValueError\n"
                            "def f(): raise ValueError('faux')\n")
        self.assertEqual((reply.type, reply.builtin, reply.base), ("ValueError", None, "Exception"))

    def test_frames(self):
        reply = self.raised("def f():\n    return g(3)\n\n\ndef g(n):\n    return h(n)\n\ndef h(n):\n    return n + ''\n")
        self.assertEqual(reply.frames, [("f", 2), ("g", 6), ("h", 9)])
        self.assertEqual((reply.line, reply.text, reply.in_prelude), (9, "    return n + ''", False))

    def test_frames_of_libraries_are_left_out(self):
        reply = self.raised("import json\ndef f():\n    return json.loads('{', object_hook=1)\n")
        self.assertEqual((reply.line, reply.frames), (3, [("f", 3)]))

    def test_recursion(self):
        reply = self.raised("def f(n=0):\n    return f(n + 1)\n")
        self.assertEqual((reply.builtin, reply.line, len(reply.frames)), ("RecursionError", 2, 20))
        reply = self.raised("def f(n=0):\n    return g(n + 1)\ndef g(n):\n    if n == 50: 1/0\n    return f(n)\n")
        self.assertEqual((reply.line, reply.frames[0], reply.frames[-1]), (4, ("f", 2), ("g", 4)))
        reply = self.raised("class A:\n    def __getattr__(s, n): return getattr(s, n + 'x')\ndef f(): return A().b\n")
        self.assertEqual(reply.builtin, "RecursionError")

    def test_prelude(self):
        reply = self.raised("x = 1\n", prelude="def double(x):\n    return x +\n", call=None)
        self.assertEqual((reply.type, reply.line, reply.in_prelude, reply.syntax), ("SyntaxError", 2, True, True))
        self.assertEqual(reply.text, "    return x +")
        reply = self.raised("x = 1\n", prelude="\nraise OSError('p')\n", call=None)
        self.assertEqual((reply.type, reply.line, reply.in_prelude, reply.syntax), ("OSError", 2, True, False))
        reply = self.raised("def f():\n    return double('a')\n", prelude="def double(x):\n    return x - x\n")
        self.assertEqual((reply.line, reply.in_prelude, reply.frames), (2, True, [("f", 2), ("double", 2)]))

    def test_wrong_arity_has_no_line(self):
        reply = self.raised("def f(a, b): return a\n")
        self.assertEqual((reply.builtin, reply.line, reply.text, reply.frames), ("TypeError", 0, None, []))

    def test_hostile_exceptions(self):
        loop = "class E(Exception):\n    def __str__(self): {}\ndef f(): raise E\n"
        for body in ["raise SystemExit(3)", "return 3", "1/0", "return 'a' * 10**7", "return '\\ud800\\0'", "raise self",
                     "self.__traceback__ = None; import gc; gc.collect(); return 'x'"]:
            with self.subTest(body):
                reply = self.raised(loop.format(body))
                self.assertEqual((reply.type, reply.base), ("E", "Exception"))
                self.assertLessEqual(len(reply.message.encode()), 2000)
        reply = self.raised("class E(Exception): pass\nE.__name__ = 'a' * 5000\ndef f(): raise E\n")
        self.assertLessEqual(len(reply.type), 200)
        reply = self.raised("class S(str):\n    def __str__(self): return 'b'\ndef f(): raise ValueError(S('a'))\n")
        self.assertEqual(reply.message, "b")

    def test_tracebacks_made_up(self):
        reply = self.raised("def f():\n    try: 1/0\n    except ZeroDivisionError as e:\n"
                            "        raise e.with_traceback(None) from None\n")
        self.assertEqual(reply.line, 4)
        reply = self.raised("def f():\n    exec(compile('1/0', 'answer.py', 'exec'))\n")
        self.assertEqual(reply.line, 1)
        reply = self.raised("def f():\n    exec('\\n\\n1/0')\n")
        self.assertEqual((reply.line, reply.frames), (2, [("f", 2)]))

    def test_exit(self):
        for argument, code in [("", 0), ("None", 0), ("3", 3), ("'texte'", 1), ("True", 1), ("10**30", -1), ("[]", 1)]:
            with self.subTest(argument):
                reply = self.raised(f"import sys\ndef f(): sys.exit({argument})\n")
                self.assertEqual((reply.builtin, reply.exit_code), ("SystemExit", code))

    def test_exit_for_good(self):
        with Run(self.zygote) as run:
            run.load("import os\ndef f(): os._exit(7)\n")
            with self.assertRaises(Ended):
                run.call("f")
            self.assertEqual(run.end() >> 8, 7)

    def test_syntax_positions(self):
        cases = [
            ("def f(:\n", 1, 7, "def f(:"),
            ("x = 'é' + \"àé\" )\n", 1, 16, "x = 'é' + \"àé\" )"),
            ("é = 1\nà = 2; return é\n", 2, 8, "à = 2; return é"),
            ("if True:\nprint('é')\n", 2, 1, "print('é')"),
            ("def f():\n\treturn 1\n        return 2\n", 3, None, "        return 2"),
            ("x = (1,\n", 1, 5, "x = (1,"),
            ("x = 'abc\n", 1, 5, "x = 'abc"),
            ("é = 'é'; break\n", 1, 10, "é = 'é'; break"),
            ("print 'é'\n", 1, 1, "print 'é'"),
            ("x = 5 €\n", 1, 7, "x = 5 €"),
            ("for i in range(3)\n    print(i)\n", 1, 18, "for i in range(3)"),
            ("def f():\n    x = 1\n   y = 2\n", 3, None, "   y = 2"),
            ("\ufeffx = = 1\r\n", 1, 5, "x = = 1"),
        ]
        for text, line, column, shown in cases:
            with self.subTest(text), Run(self.zygote) as run:
                reply = run.compile(text)
                self.assertTrue(reply.syntax)
                self.assertIn(reply.builtin, ("SyntaxError", "IndentationError", "TabError"))
                self.assertEqual((reply.line, reply.text), (line, shown))
                self.assertFalse("answer.py" in reply.message, reply.message)
                if column is not None:
                    self.assertEqual(reply.column, column)

    def test_texts_that_strain_the_compiler(self):
        cases = ["(" * 100000, "(" * 100000 + ")" * 100000, "[" * 90 + "]" * 90 + "(" * 100000, "-" * 100000 + "1", "not " * 50000 + "1",
                 "x = " + "1+" * 200000 + "1", "x" + ".a" * 100000, "x" + "()" * 100000, "lambda: " * 50000 + "1",
                 "".join(" " * i + "if 1:\n" for i in range(300)), "{" * 100000, "f'" + "{" * 100000, "a=" * 100000 + "1",
                 "\\\n" * 100000 + "(", "if 1:\n pass\n" + "elif 1:\n pass\n" * 10000, "x = [" + "[0," * 150 + "]" * 150 + "]"]
        for text in cases:
            with self.subTest(text[:12]), Run(self.zygote) as run:
                reply = run.compile(text)
                self.assertIn(reply.kind, "EC")
                if reply.kind == "E":
                    self.assertTrue(reply.syntax)
                    self.assertIn(reply.builtin, ("SyntaxError", "IndentationError", "MemoryError", "RecursionError"))

    def test_ten_megabytes(self):
        with Run(self.zygote) as run:
            reply = run.load("x = 1\n" * 100 + "# " + "é" * (5 << 20) + "\ndef f(): return x\n")
            self.assertEqual(reply.kind, "V")
            self.assertEqual(run.call("f").value, 1)
        with Run(self.zygote) as run:
            self.assertIn(run.compile("x = 1\n" * (10 << 20 >> 4)).kind, "EC")

    def test_bytes_that_are_no_source(self):
        for text in ["x = 1\0", "x = '\ud800'"]:
            with self.subTest(text), Run(self.zygote) as run:
                self.assertTrue(run.compile(text).syntax)

    def test_cookie_is_ignored(self):
        with Run(self.zygote) as run:
            self.assertEqual(run.load("# -*- coding: latin-1 -*-\ndef f(): return 'é'\n").kind, "V")
            self.assertEqual(run.call("f").value, "é")

    def test_the_tests_own_text(self):
        with Run(self.zygote) as run:
            run.load("def f(x):\n    return 1 / x\nclass P:\n    def __init__(self): self.x = 2\n")
            self.assertEqual(run.ask(EVAL, "p = P()\np.x += 1", "p.x + f(1)").value, 4.0)
            reply = run.ask(EVAL, None, "f(0)")
            self.assertEqual((reply.line, reply.in_prelude, reply.frames), (2, False, [("f", 2)]))
            reply = run.ask(EVAL, "x = 1/0", "1")
            self.assertEqual((reply.builtin, reply.line, reply.in_prelude, reply.text), ("ZeroDivisionError", 0, True, None))
            reply = run.ask(EVAL, None, "f(1")
            self.assertEqual((reply.line, reply.in_prelude, reply.syntax), (0, True, True))
            self.assertEqual(run.ask(EVAL, None, "  ").value, None)
            self.assertEqual(run.ask(EVAL, None, " [f(1),\n f(2)]").value, [1.0, 0.5])

    def test_out_of_order(self):
        with Run(self.zygote) as run:
            self.assertEqual(run.ask(LOAD).builtin, "RuntimeError")
            self.assertEqual(run.call("f").builtin, "NameError")


if __name__ == "__main__":
    unittest.main()
