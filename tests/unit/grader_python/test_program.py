"""Programs: cases, rules for the printed text, checker.py."""
from marking import Case, function, program

DOUBLE = "print(int(input()) * 2)\n"


class Cases(Case):
    def test_inline_and_files(self):
        tests = [{"stdin": "4\n", "prints": "8\n"}, {"case": "un"}, {"stdin": "5\n"}]
        files = {"tests/un.in": "1\n", "tests/un.ans": "2\n"}
        report = self.mark(program(tests, files=files), DOUBLE)
        self.assertEqual([test["outcome"] for test in report["tests"]], ["passed"] * 3)
        self.assertEqual([test["name"] for test in report["tests"]], ["test 1", "un", "test 3"])
        self.assertEqual(report["tests"][2]["expected"], "10\n")
        self.assertEqual(report["tests"][0]["input"], "4\n")

    def test_all_cases_without_rows(self):
        files = {"tests/b.in": "1\n", "tests/b.ans": "2\n", "tests/a.in": "3\n", "tests/a.ans": "6\n"}
        report = self.mark(program(files=files), DOUBLE)
        self.assertEqual([(test["name"], test["points"]) for test in report["tests"]], [("a", "6"), ("b", "6")])

    def test_rules(self):
        rows = [
            ("lines", "a  \nb\n\n", "print('a')\nprint('b')", "passed", None),
            ("exact", "a \nb\n", "print('a')\nprint('b')", "failed", "text-spaces"),
            ("exact", "a\nb", "print('a')\nprint('b')", "failed", "text-final-newline"),
            ("tokens", "a b", "print('a')\nprint('b')", "passed", None),
            ("lines", "a b", "print('a')\nprint('b')", "failed", "text-line-breaks"),
            ("numbers", "1.50 x", "print('1.5 x')", "passed", None),
            ("lines", "Bonjour", "print('bonjour')", "failed", "text-case"),
            ("lines", "été", "print('ete')", "failed", "text-accents"),
            ("lines", "a", "print('a')\nprint('mise au point')", "failed", "text-extra-lines"),
            ("lines", "a", "pass", "failed", "text-nothing"),
            ("regex", "[0-9]+ euros?", "print(12, 'euros')", "passed", None),
            ("regex", "[0-9]+ euros?", "print('beaucoup')", "failed", "text-pattern"),
        ]
        for rule, prints, body, outcome, code in rows:
            with self.subTest(rule=rule, prints=prints, body=body):
                self.expect(self.one(program([{"prints": prints}], compare=rule), body), outcome, code)
        near = [{"prints": "3.14", "compare": "numbers", "tolerance": 0.01}]
        self.expect(self.one(program(near), "print(3.1416)"), "passed")

    def test_prompt(self):
        row = self.one(program([{"stdin": "4\n", "prints": "8\n"}]), "print(int(input('Nombre ? ')) * 2)\n")
        self.assertEqual(row["outcome"], "failed")
        self.assertIn("input()", row["message"]["fr"])

    def test_ends(self):
        rows = [
            ("print(8)\nraise SystemExit\n", "passed", None),
            ("import sys\nprint(8)\nsys.exit(0)\n", "passed", None),
            ("import sys\nprint(8)\nsys.exit(3)\n", "raised", "exit-code"),
            ("import sys\nprint(8)\nsys.exit('non')\n", "raised", "exit-code"),
            ("print(8)\n1 / 0\n", "raised", "raised"),
            ("input()\ninput()\n", "raised", "raised"),
            ("while True: pass\n", "timeout", "timeout"),
            ("while True: print('a' * 1000)\n", "output-limit", "output-limit"),
            ("l = []\nwhile True: l.append('a' * 10 ** 6)\n", "memory", "memory"),
            ("if __name__ == '__main__':\n    print(8)\n", "passed", None),
        ]
        limits = {"cpu_ms": 200, "memory_mb": 64}
        for body, outcome, code in rows:
            with self.subTest(body=body):
                self.expect(self.one(program([{"stdin": "4\n", "prints": "8\n"}], limits=limits), body), outcome, code)

    def test_files_beside(self):
        question = program([{"prints": "3"}], files={"data/prix.csv": "a\nb\nc\n"}, readable=["data/prix.csv"])
        self.expect(self.one(question, "print(len(open('prix.csv').readlines()))"), "passed")

    def test_bytes_that_are_no_text(self):
        row = self.one(program([{"prints": "8"}]), "import sys\nsys.stdout.buffer.write(b'\\xff\\x00\\x1b')\n")
        self.assertEqual(row["outcome"], "failed")
        self.assertEqual(row["got"], "\ufffd␀␛")


class Checker(Case):
    def check(self, checker, answer, **keys):
        question = program([{"stdin": "4\n"}], files={"checker.py": checker}, compare="checker", **keys)
        return self.mark(question, answer)

    def test_verdicts(self):
        rows = [
            ("return True", "passed", "12", None),
            ("return False", "failed", "0", "n’est pas accepté"),
            ("return 1", "passed", "12", None),
            ("return 0.5", "failed", "6", "en partie"),
            ("return '1/3'", "failed", "4", "en partie"),
            ("return (0.1, 'presque')", "failed", "1.2", "presque"),
            ("return (True, 'bravo')", "passed", "12", "bravo"),
            ("return output.strip() == expected.strip() and stdin == '4\\n'", "passed", "12", None),
        ]
        for body, outcome, points, says in rows:
            with self.subTest(body=body):
                report = self.check("def check(stdin, output, expected):\n    %s\n" % body, DOUBLE)
                self.assertEqual((report["tests"][0]["outcome"], report["points"]), (outcome, points), report)
                if says:
                    message = report["tests"][0]["message"]
                    self.assertIn(says, message if isinstance(message, str) else message["fr"])

    def test_a_bad_checker_is_no_mark(self):
        for body in ("return None", "return 2", "return -1", "return 'bien'", "1 / 0", "return (1, 2, 3)", "return float('nan')",
                     "import os; os._exit(0)", "return (lambda: 1)"):
            with self.subTest(body=body):
                reply = self.check("def check(stdin, output, expected):\n    %s\n" % body, DOUBLE)
                self.assertEqual(reply.get("error"), "input", reply)
        self.assertEqual(self.check("def verifier(): pass\n", DOUBLE).get("error"), "input")
        self.assertEqual(self.check("def check(:\n", DOUBLE).get("error"), "input")

    def test_a_failed_answer_never_reaches_it(self):
        report = self.check("def check(stdin, output, expected):\n    1 / 0\n", "1 / 0\n")
        self.assertEqual(report["tests"][0]["outcome"], "raised")


class Authors(Case):
    """Mistakes of authors, all said at their places, and never a mark."""

    def problems(self, files):
        reply = self.mark(files, "x = 1")
        self.assertIn("problems", reply, reply)
        return [(problem["code"], problem["pointer"]) for problem in reply["problems"]]

    def test_rows(self):
        call = "f(1)"
        at = "/questions/0/tests/0"
        rows = [
            ({"call": call, "returns": "1", "raises": "ValueError"}, "returns-and-raises", at + "/raises"),
            ({"call": call, "raises": "ValeurError"}, None, at + "/raises"),
            ({"call": call, "raises": "ValueEror"}, "unknown-exception-near", at + "/raises"),
            ({"call": call, "returns": "1", "tolerance": 0.1}, "tolerance-without-approx", at + "/tolerance"),
            ({"call": call, "returns": "1", "compare": "approx", "tolerance": -1}, "bad-tolerance", at + "/tolerance"),
            ({"call": call, "raises": "KeyError", "args_after": "1"}, "after-and-raises", at + "/raises"),
            ({"call": call, "returns": "1", "points": 13}, "points-exceed", "/questions/0/tests"),
            ({"call": call, "returns": "1", "points": 11}, "points-short", "/questions/0/tests"),
            ({"call": call, "returns": "1", "group": "g"}, "group-alone", at + "/group"),
            ({"call": call, "prints": 3}, "bad-prints", at + "/prints"),
            ({"call": call, "args_after": []}, "bad-args-after", at + "/args_after"),
            ({"call": "ff(1)"}, "call-other-name", at + "/call"),
        ]
        for test, code, pointer in rows:
            with self.subTest(test=test):
                found = self.problems(function([test]))
                self.assertEqual(len(found), 1, found)
                self.assertEqual(found[0][1], pointer)
                if code:
                    self.assertEqual(found[0][0], code)

    def test_programs(self):
        rows = [
            ([{"case": "un", "stdin": "3"}], {}, "case-and-inline"),
            ([{"case": "un"}], {}, "no-case-input"),
            ([{"case": "un"}], {"tests/un.in": "1"}, "no-case-answer"),
            ([{"prints": "a", "compare": "checker"}], {}, "no-checker"),
            ([{"stdin": "1", "compare": "regex"}], {}, "regex-without-prints"),
            ([{"prints": "(a", "compare": "regex"}], {}, "bad-pattern"),
            (None, {}, "no-cases"),
            ([], {}, "no-tests"),
        ]
        for tests, files, code in rows:
            with self.subTest(tests=tests):
                self.assertEqual([found[0] for found in self.problems(program(tests, files=files))], [code])

    def test_questions(self):
        tests = [{"call": "f(1)", "returns": "1"}]
        rows = [
            ({"entry": "2f"}, "not-identifier"),
            ({"params": ["x", "for"]}, "not-identifier"),
            ({"readable": ["solution.py"]}, "file-secret"),
            ({"readable": ["absent.txt"]}, "file-missing"),
            ({"forbid": {"calls": ["a b"]}}, "forbid-name"),
            ({"forbid": {"calls": ["max"], "cap": "3/2"}}, "bad-cap"),
            ({"limits": {"cpu_ms": 5}}, "out-of-range"),
        ]
        for keys, code in rows:
            with self.subTest(keys=keys):
                self.assertEqual([found[0] for found in self.problems(function(tests, **keys))], [code])
        files = function(tests)
        del files["solution.py"]
        self.assertEqual([found[0] for found in self.problems(files)], ["no-solution"])

    def test_several_at_once(self):
        tests = [{"call": "f(1)", "returns": "1", "raises": "KeyError"}, {"call": "f(2)", "raises": "Oups"},
                 {"call": "f(1)", "tolerance": "x"}]
        self.assertEqual(len(self.problems(function(tests, entry="1", limits={"memory_mb": 1}))), 5)

    def test_what_only_python_sees(self):
        rows = [
            function([{"call": "f(1", "returns": "1"}]),
            function([{"call": "f(1)", "returns": "un"}]),
            function([{"call": "f(1)", "returns": "open('x')"}]),
            function([{"call": "f(1)"}], solution="def f(x): return 1 / 0\n"),
            function([{"call": "f(1)"}], solution="def g(x): return 1\n"),
            function([{"call": "f(1)"}], solution="def f(x): return f\n"),
            function([{"call": "f(1)"}], solution="def f(x:\n"),
            function([{"call": "f(1)"}], solution="def f(x):\n    while True: pass\n", limits={"cpu_ms": 20}),
            function([{"call": "f(1)", "args_after": ["1", "2"]}]),
            function([{"call": "f(1) + 1", "args_after": True}]),
            function([{"call": "f(1)", "returns": "1"}], files={"prelude.py": "def ("}),
            program([{"stdin": "x"}]),
        ]
        for files in rows:
            with self.subTest(files=files):
                reply = self.mark(files, "def f(x): return x")
                self.assertEqual(reply.get("error"), "input", reply)
