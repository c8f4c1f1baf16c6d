"""`bareme grade` and answers that are odd but honest, or that aim at the marking itself: each row was once marked wrongly.

Runs with the built binary in $BAREME. Standard library only.
"""
import json
import pathlib
import tempfile
import unittest

from test_grade import run, write

SAME = "def f(x):\n    return x\n"
SUM = "print(int(input()) + int(input()))\n"

# name, answer to « f(1) is 1, f(2) is 2 », outcome of each of the two tests
FUNCTIONS = [
    ("byte order mark", b"\xef\xbb\xbf" + SAME.encode(), "passed"),
    ("another encoding declared", "# -*- coding: latin-1 -*-\n# été\n" + SAME, "passed"),
    ("windows line ends", SAME.replace("\n", "\r\n"), "passed"),
    ("only carriage returns", "# f\r" + SAME.replace("\n", "\r"), "passed"),
    ("form feeds", "\f" + SAME + "\f\n", "passed"),
    ("two thousand lines", "def f(x):\n" + "    y = x\n" * 2000 + "    return x\n", "passed"),
    ("a main that reads", SAME + "if __name__ == '__main__':\n    print(f(int(input())))\n", "passed"),
    ("a question after the function", SAME + "print(f(input('n ? ')))\n", "passed"),
    ("exit() at the end", SAME + "exit()\n", "passed"),
    ("decomposed accents", "def cafe\u0301(x): return x\ndef f(x): return caf\u00e9(x)\n", "passed"),
    ("a remembered function", "from functools import lru_cache\n@lru_cache(None)\n" + SAME, "passed"),
    ("a dataclass within", "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\ndef f(x): return P(x).x\n", "passed"),
    ("a dataclass returned", "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\ndef f(x): return P(x)\n", "failed"),
    ("nine hundred deep", "def g(n): return n and 1 + g(n - 1)\ndef f(x): return g(900) and x\n", "passed"),
    ("a counter of calls", "n = 0\ndef f(x):\n    global n\n    n += 1\n    return x if n == 1 else 99\n", "passed"),
    ("a list kept by default", "def f(x, l=[]):\n    l.append(x)\n    return l[0]\n", "passed"),
    ("prints much and rightly", "def f(x):\n    for i in range(2000): print('bonjour', i, end=' ')\n    return x\n", "passed"),
    ("closes its output", "import sys\ndef f(x):\n    sys.stdout.close()\n    return x\n", "passed"),
    ("an exception without words", "class E(BaseException):\n    def __str__(s): raise ValueError\ndef f(x): raise E\n", "raised"),
    ("no names left", SAME + "globals().clear()\n", "failed"),
]

# name, answer to « the sum of 1 and 2 », outcome
PROGRAMS = [
    ("exit()", SUM + "exit()\nprint(4)\n", "passed"),
    ("quit(0)", SUM + "quit(0)\n", "passed"),
    ("exit without parentheses", SUM + "exit\n", "passed"),
    ("exit(1)", SUM + "exit(1)\n", "raised"),
    ("an exit code that is no code", SUM + "exit(10 ** 30)\n", "raised"),
    ("byte order mark", b"\xef\xbb\xbf" + SUM.encode(), "passed"),
    ("windows line ends", SUM.replace("\n", "\r\n"), "passed"),
    ("no end of line", SUM.replace("))\n", "), end='')"), "passed"),
    ("reads it all", "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n", "passed"),
    ("by a file of its own", "print(sum(map(int, open(0).read().split())))\n", "passed"),
]


class Desk(unittest.TestCase):
    """Exercises written for one test each, and what `grade --json` says of an answer."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)

    def exercise(self, kind, tests, files, **more):
        question = {"id": "q", "kind": "python-" + kind, "points": 20, "tests": tests, **more}
        folder = self.root / "un" / f"exercice-{len(list(self.root.glob('un/*')))}"
        exercise = {"format": 1, "title": "Un", "questions": [question]}
        write(folder, {"exercise.json": json.dumps(exercise, indent=1), "statement.fr.md": "Un.", **files})
        return str(folder)

    def grade(self, folder, answer, *options):
        path = self.root / "answer.py"
        path.write_bytes(answer if isinstance(answer, bytes) else answer.encode())
        done = run("grade", folder, str(path), "--json", *options)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        return json.loads(done.stdout)

    def outcomes(self, folder, answer, *options):
        question = self.grade(folder, answer, *options)["questions"][0]
        return [test["outcome"] for test in question["tests"]] or [question["verdict"]]


class OddAnswers(Desk):
    def test_functions(self):
        folder = self.exercise("function", [{"call": "f(1)", "returns": "1"}, {"call": "f(2)", "returns": "2"}],
                               {"solution.py": SAME}, entry="f", limits={"cpu_ms": 500})
        for name, answer, outcome in FUNCTIONS:
            with self.subTest(name):
                self.assertEqual(self.outcomes(folder, answer), [outcome] * 2)

    def test_programs(self):
        folder = self.exercise("program", [{"stdin": "1\n2\n", "prints": "3"}], {"solution.py": SUM})
        for name, answer, outcome in PROGRAMS:
            with self.subTest(name):
                self.assertEqual(self.outcomes(folder, answer), [outcome])

    def test_accents_composed_or_not(self):
        for entry in ("caf\u00e9", "cafe\u0301"):
            folder = self.exercise("function", [{"call": entry + "(1)", "returns": "1"}], {"solution.py": f"def {entry}(x): return x\n"}, entry=entry)
            for name in ("caf\u00e9", "cafe\u0301"):
                self.assertEqual(self.outcomes(folder, f"def {name}(x): return x\n"), ["passed"])

    def test_checker_that_cannot_read(self):
        """What makes the author's checker fail is a wrong answer where the checker can judge the reference."""
        checker = ("def check(stdin, output, expected):\n    n = int(output)\n    if n == 50: import os; os._exit(3)\n"
                   "    if n == 60: return 3\n    if n == 70: raise SystemExit\n    return n == int(expected)\n")
        folder = self.exercise("program", [{"stdin": "1\n2\n", "prints": "3"}], {"solution.py": SUM, "checker.py": checker}, compare="checker")
        self.assertEqual(self.outcomes(folder, "print('3 ')"), ["passed"])
        for printed in ("abc", "", "\\0", "1" * 5000, 50, 60, 70, 4):
            with self.subTest(printed):
                test, = self.grade(folder, f"print('{printed}')")["questions"][0]["tests"]
                self.assertEqual((test["outcome"], test["points"]), ("failed", "0"))
                self.assertIn("accepté" if printed == 4 else "forme demandée", test["message"]["fr"])

    def test_pattern(self):
        """A long output is matched; one that makes the pattern explode is a wrong answer, not an error of ours."""
        for pattern, answer, outcome in [("(.|\\n)*", "for i in range(9000): print(i)", "passed"), ("(a+)+b", "print('a' * 5000 + 'b')", "passed"),
                                         ("(a+)+b", "print('a' * 60000)", "failed"), ("(a+)+b", "import os; os.write(1, b'\\xffaab')", "failed")]:
            with self.subTest(answer):
                folder = self.exercise("program", [{"prints": pattern}], {"solution.py": "print('aab')\n"}, compare="regex")
                self.assertEqual(self.outcomes(folder, answer), [outcome])

    def test_setup_is_the_authors(self):
        """What an answer does to the interpreter does not become a mistake in the author's statements."""
        tests = [{"call": "f(y)", "returns": "3", "setup": "y = 3"}, {"call": "f(2)", "returns": "2", "setup": "z = '\\d'"}]
        folder = self.exercise("function", tests, {"solution.py": SAME}, entry="f")
        self.assertEqual(self.outcomes(folder, SAME), ["passed"] * 2)
        self.assertEqual(self.outcomes(folder, "import warnings\nwarnings.simplefilter('error')\n" + SAME), ["passed", "raised"])
        self.outcomes(folder, "import sys\nsys.setrecursionlimit(5)\n" + SAME)

    def test_a_function_without_the_parameter_raises_no_type_error(self):
        folder = self.exercise("function", [{"call": "f(1)", "raises": "TypeError"}], {"solution.py": "def f(x): raise TypeError(x)\n"}, entry="f")
        answers = ["def f(x): raise TypeError\n", "def f(): pass\n", "f = int.from_bytes\n", "def f(x): return x + ''\n"]
        self.assertEqual([self.outcomes(folder, answer) for answer in answers], [["passed"], ["raised"], ["passed"], ["passed"]])

    def test_no_call_helps_the_next(self):
        """The import of a codec by the library needs a deeper stack than its use does; and a list may hide behind reduce()."""
        folder = self.exercise("function", [{"call": "f(0)", "returns": "0"}, {"call": "f(1)", "returns": "1"}], {"solution.py": SAME}, entry="f")
        answers = ["def deep(k): return deep(k - 1) if k else 'a'.encode('cp037')\n"
                   "def f(x):\n    deep(985 if x else 1)\n    return x\n",
                   "from functools import reduce\ndef make():\n    l = []\n    def g(x):\n        l.append(x)\n        return len(l) - 1\n"
                   "    return reduce(lambda a, b: a, [1], g)\nf = make()\n"]
        self.assertEqual([self.outcomes(folder, answer) for answer in answers], [["passed", "raised"], ["passed", "failed"]])


class OddExercises(Desk):
    def check(self, change, files=()):
        tests = [{"call": "f(1)", "returns": "1"}, {"call": "f(2)", "returns": "2"}]
        folder = pathlib.Path(self.exercise("function", tests, {"solution.py": SAME, **dict(files)}, entry="f", params=["x"]))
        exercise = json.loads((folder / "exercise.json").read_text())
        change(exercise, exercise["questions"][0], exercise["questions"][0]["tests"])
        (folder / "exercise.json").write_text(json.dumps(exercise, indent=1))
        done = run("check", str(folder))
        return done.returncode, done.stdout.decode() + done.stderr.decode()

    def test_slips(self):
        rows = [
            ("nothing", lambda e, q, t: None, 0, "1 exercice(s), 0 à corriger, 0 avertissement(s)"),
            ("no kind", lambda e, q, t: q.update(kind=None), 1, "/questions/0/kind"),
            ("a number for a kind", lambda e, q, t: q.update(kind=5), 1, "/questions/0/kind"),
            ("a day that is none", lambda e, q, t: e.update(reveal="2026-02-30"), 1, "/reveal"),
            ("a leap day", lambda e, q, t: e.update(reveal="2028-02-29"), 0, ""),
            ("a function that no test calls", lambda e, q, t: q.update(entry="g"), 1, "/questions/0/entry"),
            ("a parameter twice", lambda e, q, t: q.update(params=["x", "x"]), 1, "/questions/0/params/1"),
            ("an empty call", lambda e, q, t: t[1].update(call=" "), 1, "/questions/0/tests/1/call"),
            ("a test twice", lambda e, q, t: t.append(t[0]), 0, "/questions/0/tests/2: un autre test"),
        ]
        for name, change, code, word in rows:
            with self.subTest(name):
                status, said = self.check(change)
                self.assertEqual(status, code, said)
                self.assertIn(word, said)
        status, said = self.check(lambda e, q, t: None, {"starter.py": SAME})
        self.assertEqual((status, "starter.py est la solution" in said), (1, True), said)

    def test_files_that_no_test_takes(self):
        folder = self.exercise("program", [{"case": "un"}], {"solution.py": SUM, "checker.py": "", "tests/un.in": "1\n2\n", "tests/un.ans": "3\n",
                                                             "tests/deux.in": "1\n1\n", "tests/deux.ans": "2\n"})
        said = run("check", folder).stdout.decode()
        for word in ("tests/deux.in", "tests/deux.ans", "checker.py", "0 à corriger, 3 avertissement(s)"):
            self.assertIn(word, said)

    def test_answers_with_a_mark(self):
        folder = self.exercise("program", [{"stdin": "1\n2\n", "prints": "3"}], {"solution.py": SUM})
        path = self.root / "answers.json"
        path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"q": "\ufeff" + SUM}).encode())
        self.assertEqual(run("grade", folder, str(path)).returncode, 0)

    def test_checker_warns(self):
        """A checker that cannot read a wrong answer is named, though the wrong answer gets what it should."""
        checker = "def check(stdin, output, expected):\n    return int(output) == int(expected)\n"
        folder = pathlib.Path(self.exercise("program", [{"stdin": "1\n2\n", "prints": "3"}],
                                            {"solution.py": SUM, "checker.py": checker, "wrong/mot.py": "print('trois')\n"}, compare="checker"))
        exercise = json.loads((folder / "exercise.json").read_text())
        (folder / "exercise.json").write_text(json.dumps({**exercise, "wrong": [{"file": "wrong/mot.py", "mark": "0"}]}, indent=1))
        done = run("check", str(folder))
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.assertIn("checker.py:2: avertissement", done.stdout.decode())


if __name__ == "__main__":
    unittest.main()
