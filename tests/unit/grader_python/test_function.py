"""Functions: (question, answer, what the report must say)."""
from marking import Case, function

IDENTITY = "def f(x): return x\n"


class Values(Case):
    def check(self, test, body, outcome, code=None, says=(), **keys):
        with self.subTest(test=test, body=body):
            self.expect(self.one(function([test], **keys), body), outcome, code, says)

    def test_compare_rules(self):
        rows = [
            ({"call": "f(1)", "returns": "1"}, "def f(x): return 1.0", "passed", "type-remark"),
            ({"call": "f(1)", "returns": "1"}, "def f(x): return True", "passed", "type-remark"),
            ({"call": "f(1)", "returns": "1", "compare": "strict"}, "def f(x): return True", "failed", "wrong-type"),
            ({"call": "f(1)", "returns": "(1, 2)"}, "def f(x): return [1, 2]", "failed", "container-type"),
            ({"call": "f(1)", "returns": "3"}, "def f(x): return '3'", "failed", "number-as-text"),
            ({"call": "f(1)", "returns": "'3'"}, "def f(x): return 3", "failed", "text-as-number"),
            ({"call": "f(1)", "returns": "[1, 2]"}, "def f(x): return [1, '2']", "failed", "number-as-text-at", "[1]"),
            ({"call": "f(1)", "returns": "['1', '2']"}, "def f(x): return ['1', 2]", "failed", "text-as-number-at", "[1]"),
            ({"call": "f(1)", "returns": "0.3"}, "def f(x): return 0.1 + 0.2", "failed", "wrong-value"),
            ({"call": "f(1)", "returns": "0.3", "compare": "approx"}, "def f(x): return 0.1 + 0.2", "passed"),
            ({"call": "f(1)", "returns": "3.14", "compare": "approx", "tolerance": 0.01}, "def f(x): return 3.1416", "passed"),
            ({"call": "f(1)", "returns": "3.14", "compare": "approx", "tolerance": 0.001}, "def f(x): return 3.1416", "failed", "wrong-value"),
            ({"call": "f(1)", "returns": "[3, 1, 2]", "compare": "unordered"}, "def f(x): return [1, 2, 3]", "passed"),
            ({"call": "f(1)", "returns": "[3, 1, 2]"}, "def f(x): return [1, 2, 3]", "failed", "wrong-order"),
            ({"call": "f(1)", "returns": "[3, 1, 2]", "compare": "set"}, "def f(x): return {1, 2, 3}", "passed"),
            ({"call": "f(1)", "returns": "[1, 2, 3]"}, "def f(x): return [1, 2]", "failed", "wrong-length"),
            ({"call": "f(1)", "returns": "[1, 2, 3]"}, "def f(x): return [1, 5, 3]", "failed", "wrong-value-at", "[1]"),
            ({"call": "f(1)", "returns": "{'a': 1}"}, "def f(x): return {'b': 1}", "failed", "missing-key"),
            ({"call": "f(1)", "returns": "inf"}, "def f(x): return float('inf')", "passed"),
            ({"call": "f(1)", "returns": "1" + "0" * 4000}, "def f(x): return 10 ** 4000", "passed"),
            ({"call": "f(1)", "returns": "None"}, "def f(x): return 4", "failed", "not-none"),
            ({"call": "f(x=3)", "returns": "3"}, IDENTITY, "passed"),
            ({"call": "f([1, 2])[0] + 1", "returns": "2"}, IDENTITY, "passed"),
        ]
        for row in rows:
            self.check(*row)

    def test_a_name_with_accents(self):
        question = function([{"call": "élève(prénom='Léa')", "returns": "'Léa'"}], solution="def élève(prénom): return prénom\n",
                            entry="élève", params=["prénom"])
        self.expect(self.one(question, "def élève(prénom): return prénom"), "passed")
        self.expect(self.one(question, "def eleve(prénom): return prénom"), "failed", "missing-function")

    def test_what_is_returned_instead(self):
        rows = [
            ("def f(x): print(3)", "failed", "printed-not-returned"),
            ("def f(x): print('le résultat est', 4)", "failed", "returned-none-printed"),
            ("def f(x): pass", "failed", "returned-none"),
            ("def f(x): yield 3", "failed", "not-plain-generator"),
            ("def f(x): return map(int, '3')", "failed", "not-plain-generator"),
            ("def f(x): return f", "failed", "not-plain-function"),
            ("class A: pass\ndef f(x): return A()", "failed", "not-plain-type", "de type A"),
            ("def f(x):\n    l = []\n    l.append(l)\n    return l", "failed", "not-plain-cycle"),
            ("def f(x):\n    l = []\n    for i in range(5000): l = [l]\n    return l", "failed", "not-plain-size"),
            ("def f(x): print('trace'); return 3", "passed"),
        ]
        for body, outcome, *more in rows:
            self.check({"call": "f(1)", "returns": "3"}, body, outcome, *more)

    def test_which_messages_tell_the_expected_value(self):
        rows = [("def f(x): print(3)", True), ("def f(x): yield 3", True), ("def g(x): return 3", True),
                ("def f(x): return 4", False), ("def f(x): return '3'", False), ("def f(x): return [3]", False)]
        for body, discreet in rows:
            with self.subTest(body=body):
                row = self.one(function([{"call": "f(1)", "returns": "3"}]), body)
                self.assertEqual(row.get("discreet", False), discreet, row)

    def test_exceptions(self):
        rows = [
            ("def f(x): return 1 / 0", "raised", "raised", ["Ligne 1", "ZeroDivisionError", "par zéro"]),
            ("def f(x):\n    return mximum(x)\ndef maximum(x): return x", "raised", "raised", "«\u00a0maximum\u00a0»"),
            ("def f(x):\n    return [1][4]", "raised", "raised", ["Ligne 2", "«\u00a0return [1][4]\u00a0»"]),
            ("def f(x):\n    return 'a' + 3", "raised", "raised", "str(…)"),
            ("def f(x):\n    x += y\n    y = 1", "raised", "raised", "avant d’y avoir reçu"),
            ("def f(x): return f(x)", "raised", "raised", "sans fin"),
            ("def f(x): return {}['a']", "raised", "raised", "dictionnaire"),
            ("def f(x): return [1].sort().pop()", "raised", "raised", "None"),
            ("def f(x): return int('douze')", "raised", "raised", "chiffres"),
            ("def f(x): return input()", "raised", "raised", "paramètres"),
            ("def f(x):\n    import ctypes", "raised", "raised", "module"),
            ("import sys\ndef f(x): sys.exit(0)", "raised", "raised", "return"),
            ("class Accepted(BaseException): pass\ndef f(x): raise Accepted('score=100')", "raised", "raised", "Accepted"),
            ("def f(): return 3", "raised", "wrong-arity", "argument"),
            ("def f(x, y): return 3", "raised", "wrong-arity", "argument"),
            ("def F(x): return 3", "failed", "missing-function-near", "«\u00a0F\u00a0»"),
            ("x = 3", "failed", "missing-function"),
        ]
        for body, outcome, *more in rows:
            self.check({"call": "f(1)", "returns": "3"}, body, outcome, *more)
        self.check({"call": "f(1)", "returns": "3"}, "def f(): return 3", "raised", "wrong-arity-params", "def f(x)", params=["x"])

    def test_line_numbers(self):
        row = self.one(function([{"call": "f(1)", "returns": "3"}], files={"prelude.py": "\n\ndef aide(x):\n    return 1 // x\n"}),
                       "# une ligne\n\ndef f(x):\n    y = aide(x)\n    return y // 0\n")
        self.assertEqual(row["line"], 5)
        row = self.one(function([{"call": "f(1)", "returns": "3"}], files={"prelude.py": "\n\ndef aide(x):\n    return 1 // x\n"}),
                       "def f(x):\n    return aide(0)\n")
        self.assertIn("code fourni, ligne 4", row["message"]["fr"])

    def test_raises(self):
        rows = [
            ("def f(x): raise ValueError('non')", "passed", None),
            ("def f(x): return 4", "failed", "no-exception", "raise ValueError"),
            ("def f(x): return f", "failed", "no-exception", "raise ValueError"),
            ("def f(x): raise KeyError(1)", "raised", "wrong-exception", "KeyError"),
            ("class E(ValueError): pass\ndef f(x): raise E()", "raised", "wrong-exception", "variante"),
            ("class ValueError(Exception): pass\ndef f(x): raise ValueError()", "raised", "wrong-exception"),
        ]
        for body, outcome, *more in rows:
            self.check({"call": "f(1)", "raises": "ValueError"}, body, outcome, *more)

    def test_prints(self):
        rows = [
            ({"call": "f(2)", "prints": "2\n4\n"}, "def f(x): print(x); print(2 * x)", "passed"),
            ({"call": "f(2)", "prints": "2\n4\n"}, "def f(x): print(x); print(2 * x); return 9", "passed"),
            ({"call": "f(2)", "prints": "2\n4\n", "returns": "None"}, "def f(x): print(x); print(2 * x); return 9", "failed", "not-none"),
            ({"call": "f(2)", "prints": "2\n4\n"}, "def f(x): return '2\\n4'", "failed", "text-nothing"),
            ({"call": "f(2)", "prints": "2\n4\n"}, "def f(x): print(x)", "failed", "text-missing-lines"),
            ({"call": "f(2)", "prints": True}, "def f(x): print(x, x)", "passed"),
            ({"call": "f(2)", "prints": True}, "def f(x): print(x, x, x)", "failed", "text-other"),
        ]
        for test, body, *more in rows:
            self.check(test, body, *more, solution="def f(x):\n    print(x, x)\n")

    def test_args_after(self):
        rows = [
            ({"call": "f([3, 1])", "args_after": "[1, 3]"}, "def f(l): l.sort()", "passed"),
            ({"call": "f([3, 1])", "args_after": ["[1, 3]"]}, "def f(l): l.sort(); return 4", "passed"),
            ({"call": "f([3, 1])", "args_after": True}, "def f(l): l.sort()", "passed"),
            ({"call": "f([3, 1])", "args_after": True}, "def f(l): return sorted(l)", "failed", "args-after", "ordre"),
            ({"call": "f([3, 1])", "args_after": True, "returns": "2"}, "def f(l): l.sort()", "failed", "returned-none"),
            ({"call": "f([3, 1])", "args_after": True, "returns": "2"}, "def f(l): l.sort(); return 2", "passed"),
            ({"call": "f([3, 1])", "args_after": "[1, 3]"}, "def f(l): l[:] = [1, None]", "failed", "args-after", "En [1]"),
            ({"call": "f([3, 1])", "args_after": "[1, 3]"}, "def f(l): l[0] = f", "failed", "args-not-plain"),
        ]
        for test, body, outcome, *more in rows:
            with self.subTest(test=test, body=body):
                row = self.one(function([test], solution="def f(l): l.sort(); return 2\n"), body)
                if more and more[0] == "args-after":
                    self.assertEqual(row["outcome"], outcome)
                    self.assertIn(more[1], row["message"]["fr"])
                else:
                    self.expect(row, outcome, *more)
        two = function([{"call": "f(1, [2])", "args_after": [None, "[2, 1]"]}], solution="def f(a, l): l.append(a)\n")
        self.expect(self.one(two, "def f(a, l): l.append(a)"), "passed")

    def test_setup(self):
        test = {"call": "f(3)", "returns": "10", "setup": "facteur = 7"}
        self.check(test, "facteur = 0\ndef f(x): return x + facteur", "passed")
        self.check(test, "def f(x): return x", "failed", "wrong-value")
        self.check({"call": "f(base)", "returns": "4", "setup": "base = 4"}, IDENTITY, "passed")

    def test_reference_gives_what_is_left_out(self):
        self.check({"call": "f([4, 5])"}, "def f(l): return len(l)", "passed", solution="def f(l): return len(l)\n")
        self.check({"call": "f([4, 5])"}, "def f(l): return 3", "failed", "wrong-value", solution="def f(l): return len(l)\n")


class Files(Case):
    def test_a_file_beside(self):
        question = function([{"call": "f('mots.txt')", "returns": "2"}], files={"data/mots.txt": "un\ndeux\n"},
                            readable=["data/mots.txt"])
        self.expect(self.one(question, "def f(n): return len(open(n).readlines())"), "passed")


class Wholes(Case):
    TESTS = [{"call": "f(%d)" % i, "returns": str(i)} for i in range(1, 4)]

    def test_ends(self):
        limits = {"cpu_ms": 200, "memory_mb": 64, "output_kb": 4}
        rows = [
            ("def f(x):\n    while x == 2: pass\n    return x", ["passed", "timeout", "passed"]),
            ("import time\ndef f(x):\n    if x == 2: time.sleep(60)\n    return x", ["passed", "timeout", "passed"]),
            ("def f(x):\n    if x == 2: return len([0] * 10 ** 9)\n    return x", ["passed", "memory", "passed"]),
            ("def f(x):\n    while x == 2: print('a' * 100)\n    return x", ["passed", "output-limit", "passed"]),
            ("import os\ndef f(x):\n    if x == 2: os._exit(0)\n    return x", ["passed", "crashed", "passed"]),
            ("def f(x):\n    return x\nwhile True: pass", ["timeout"] * 3),
            ("x = [0] * 10 ** 9\ndef f(x): return x", ["memory"] * 3),
        ]
        for body, outcomes in rows:
            with self.subTest(body=body):
                self.assertEqual(self.outcomes(function(self.TESTS, limits=limits), body), outcomes)

    def test_no_test_tells_another(self):
        rows = [
            "calls = 0\ndef f(x):\n    global calls\n    calls += 1\n    return x if calls == 1 else 0",
            "seen = []\ndef f(x):\n    seen.append(x)\n    return x if len(seen) == 1 else 0",
            "def f(x, memory=[]):\n    memory.append(x)\n    return x if len(memory) == 1 else 0",
        ]
        for body in rows:
            with self.subTest(body=body):
                self.assertEqual(self.outcomes(function(self.TESTS), body), ["passed"] * 3)

    def test_loading(self):
        report = self.mark(function(self.TESTS), "def f(x): return x\nprint(1 / 0)\n")
        self.assertEqual(report["verdict"], "correct")
        self.assertEqual([remark["code"] for remark in report["feedback"]], ["load-stopped"])
        self.assertIn("ligne 2", report["feedback"][0]["fr"])
        self.assertEqual(self.outcomes(function(self.TESTS, load="strict"), "def f(x): return x\nprint(1 / 0)\n"), ["raised"] * 3)
        self.assertEqual(self.outcomes(function(self.TESTS), "print(1 / 0)\ndef f(x): return x\n"), ["raised"] * 3)
        self.assertEqual(self.outcomes(function(self.TESTS), "input()\ndef f(x): return x\n"), ["raised"] * 3)
        self.assertEqual(self.outcomes(function(self.TESTS), "raise SystemExit(0)\n"), ["raised"] * 3)

    def test_points(self):
        tests = [dict(test) for test in self.TESTS]
        tests[0]["points"] = 1
        report = self.mark(function(tests), "def f(x): return 2")
        self.assertEqual((report["points"], report["max"], report["verdict"]), ("5.5", "12", "partial"))
        tests = [dict(test, group="g") for test in self.TESTS[:2]] + self.TESTS[2:]
        self.assertEqual(self.mark(function(tests), "def f(x): return 2 if x < 3 else x")["points"], "4")
        report = self.mark(function([self.TESTS[0]] * 7), "def f(x): return x")
        self.assertEqual((report["points"], report["tests"][0]["points"]), ("12", "12/7"))

    def test_forbidden(self):
        cases = function(self.TESTS, forbid={"calls": ["max", ".sort", "math.sqrt"], "cap": "1/3"})
        rows = [
            ("def f(x): return max(x, x)", "4", 1),
            ("def f(x):\n    [x].sort()\n    return x", "4", 1),
            ("import math\ndef f(x): return x + 0 * math.sqrt(x)", "4", 1),
            ("def f(x):\n    'max'  # max\n    return x", "12", 0),
            ("def max(a, b): return a\ndef f(x): return max(x, x)", "12", 0),
            ("def f(x): return max(1, 1)", "4", 1),
        ]
        for body, points, remarks in rows:
            with self.subTest(body=body):
                report = self.mark(cases, body)
                self.assertEqual((report["points"], len(report["feedback"])), (points, remarks))

    def test_hidden_output_is_bounded_and_valid(self):
        row = self.one(function([self.TESTS[0]]), "import sys\ndef f(x):\n    sys.stdout.write('\\x1b[31m' + 'é' * 5000)\n    return x")
        self.assertEqual(row["outcome"], "passed")
        self.assertTrue(row["output"].startswith("␛[31m"))
        self.assertLess(len(row["output"].encode()), 2100)

    def test_big_values(self):
        tests = [{"call": "f(%d)" % i, "returns": "0"} for i in range(12)]
        outcomes = self.outcomes(function(tests, limits={"cpu_ms": 5000, "memory_mb": 512}), "def f(x): return [0] * 900000")
        self.assertEqual(outcomes, ["failed"] * 12)


class Reading(Case):
    def test_unreadable(self):
        rows = [
            ("def f(x)\n    return x\n", 1, "«\u00a0:\u00a0»"),
            ("def f(x):\nreturn x\n", 2, "décalée"),
            ("def f(x):\n    return max(x\n", 2, "refermé"),
            ("def f(x):\n\treturn x\n        return 1\n", 3, "indentation"),
            ("def f(x):\n    print 'a'\n", 2, "parenthèses"),
            ("def f(x):\n    if x = 3: return x\n", 2, "=="),
            (b"def f(x): return '\xe9'\n", 1, "UTF-8"),
            (b"def f(x):\n    return '\0'\n", 2, "nul"),
            ("(" * 100000, 0, ""),
            ("x = 1\n" * 100000, 0, "trop longue"),
        ]
        for body, line, says in rows:
            with self.subTest(body=body[:40]):
                report = self.mark(function([{"call": "f(1)", "returns": "1"}]), body)
                self.assertEqual((report["verdict"], report["tests"], report["points"]), ("unreadable", [], "0"))
                self.assertIn(says, report["feedback"][0]["fr"])
                if line:
                    self.assertEqual(report["line"], line)

    def test_blank(self):
        files = {"starter.py": "def f(x):\n    # à vous\n    pass\n"}
        for body in ("", "  \n\n", "# rien\n   # encore rien", "def f(x):\r\n    # à vous   \r\n    pass"):
            with self.subTest(body=body):
                report = self.mark(function([{"call": "f(1)", "returns": "1"}], files=files), body)
                self.assertEqual((report["verdict"], report["points"]), ("blank", "0"))
                self.assertEqual([test["outcome"] for test in report["tests"]], ["blank"])

    def test_byte_order_mark(self):
        self.assertEqual(self.outcomes(function([{"call": "f(1)", "returns": "1"}]), b"\xef\xbb\xbfdef f(x): return x"), ["passed"])
