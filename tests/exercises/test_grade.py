"""`bareme grade` through its front door: what every bad answer gets, in both languages, and what it must never get.

Runs with the built binary in $BAREME. Standard library only.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BAREME = os.environ["BAREME"]

FUNCTION = {
    "format": 1, "title": "Tri", "questions": [{
        "id": "tri", "kind": "python-function", "points": 20, "entry": "tri", "params": ["l"],
        "limits": {"cpu_ms": 300, "memory_mb": 64, "output_kb": 64},
        "tests": [{"call": "tri([3, 1, 2])", "returns": "[1, 2, 3]"}, {"call": "tri([])", "returns": "[]"}]}]}

PROGRAM = {
    "format": 1, "title": "Somme", "questions": [{
        "id": "somme", "kind": "python-program", "points": 20,
        "limits": {"cpu_ms": 300, "memory_mb": 64, "output_kb": 64},
        "tests": [{"stdin": "1\n2\n", "prints": "3"}]}]}

# name, answer, outcome of every test (or the verdict when nothing is marked), a word that both messages must hold
BAD_ANSWERS = [
    ("not utf-8", b"def tri(l):\n    return '\xff'\n", "unreadable", "UTF-8"),
    ("latin-1 accents", "def tri(l):\n    # trié\n    return sorted(l)\n".encode("latin-1"), "unreadable", "UTF-8"),
    ("nul", b"def tri(l):\n    return 0\x00\n", "unreadable", "null"),
    ("ten megabytes", b"# " + b"x" * (10 << 20) + b"\ndef tri(l): return sorted(l)\n", "unreadable", "256"),
    ("parentheses", b"x = " + b"(" * 100000 + b")" * 100000 + b"\n", "unreadable", None),
    ("syntax error", b"def tri(l)\n    return sorted(l)\n", "unreadable", None),
    ("indentation", b"def tri(l):\nreturn sorted(l)\n", "unreadable", None),
    ("blank", b"\n   \n", "blank", None),
    ("endless import", b"while True: pass\n", "timeout", None),
    ("endless call", b"def tri(l):\n    while True: pass\n", "timeout", None),
    ("sleep", b"import time\ndef tri(l):\n    time.sleep(100)\n", "timeout", None),
    ("memory", b"def tri(l):\n    return [0] * 10 ** 9\n", "memory", None),
    ("flood stdout", b"def tri(l):\n    while True: print('x' * 100)\n", "output-limit", None),
    ("flood stderr", b"import sys\ndef tri(l):\n    while True: sys.stderr.write('x' * 100)\n", "output-limit", None),
    ("abort", b"import os\ndef tri(l):\n    os.abort()\n", "crashed", None),
    ("os._exit", b"import os\ndef tri(l):\n    os._exit(0)\n", "crashed", None),
    ("sys.exit", b"import sys\ndef tri(l):\n    sys.exit(0)\n", "raised", "exit"),
    ("sys.exit at import", b"import sys\nsys.exit(0)\ndef tri(l):\n    return sorted(l)\n", "raised", "exit"),
    ("missing function", b"def trie(l):\n    return sorted(l)\n", "failed", "trie"),
    ("no function at all", b"x = 3\n", "failed", "tri"),
    ("not callable", b"tri = 3\n", "failed", "tri"),
    ("arity", b"def tri(l, m):\n    return sorted(l)\n", "raised", None),
    ("generator", b"def tri(l):\n    yield from sorted(l)\n", "failed", "generator"),
    ("cyclic", b"def tri(l):\n    l.append(l)\n    return l\n", "failed", None),
    ("very deep", b"def tri(l):\n    for i in range(100000): l = [l]\n    return l\n", "failed", None),
    ("printed", b"def tri(l):\n    print(sorted(l))\n", "failed", "return"),
    ("recursion", b"def tri(l):\n    return tri(l)\n", "raised", None),
    ("input", b"def tri(l):\n    return input()\n", "raised", "input"),
    ("equal to everything", b"class E(list):\n    def __eq__(s, o): return True\ndef tri(l):\n    return E()\n", "failed", None),
    ("forged frames", b"import os\ndef tri(l):\n    for fd in range(64):\n        try: os.write(fd, b'x' * 64)\n        except OSError: pass\n"
     b"    os._exit(0)\n", "crashed", None),
]


def write(folder, files):
    for name, data in files.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def run(*arguments, lang="fr_FR.UTF-8", data=None):
    environment = {**os.environ, "LC_ALL": lang}
    return subprocess.run([BAREME, *arguments], input=data, capture_output=True, timeout=120, env=environment)


class Grade(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.scratch.name)
        cls.function, cls.program = str(root / "algo/tri"), str(root / "algo/somme")
        write(cls.function, {"exercise.json": json.dumps(FUNCTION), "statement.fr.md": "Triez.", "solution.py": "def tri(l):\n    return sorted(l)\n"})
        write(cls.program, {"exercise.json": json.dumps(PROGRAM), "statement.fr.md": "Ajoutez.",
                            "solution.py": "print(int(input()) + int(input()))\n"})

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def grade(self, exercise, answer, *options):
        path = pathlib.Path(self.scratch.name, "answer.py")
        path.write_bytes(answer)
        done = run("grade", exercise, str(path), "--json", *options)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        return done.returncode, json.loads(done.stdout)

    def test_right_answer(self):
        code, report = self.grade(self.function, b"def tri(l):\n    return sorted(l)\n")
        self.assertEqual((code, report["verdict"], report["score"]["mark"]), (0, "correct", "20.00"))

    def test_half_right(self):
        code, report = self.grade(self.function, b"def tri(l):\n    return []\n")
        self.assertEqual((code, report["verdict"], report["score"]["points"]), (1, "partial", "10"))
        failed = report["questions"][0]["tests"][0]
        self.assertEqual((failed["expected"], failed["got"]), ("[1, 2, 3]", "[]"))

    def test_bad_answers(self):
        for name, answer, wanted, word in BAD_ANSWERS:
            with self.subTest(name):
                code, report = self.grade(self.function, answer)
                question = report["questions"][0]
                self.assertEqual((code, question["points"], question["max"]), (1, "0", "20"))
                if wanted in ("unreadable", "blank"):
                    self.assertEqual(question["verdict"], wanted)
                else:
                    self.assertEqual([test["outcome"] for test in question["tests"]], [wanted] * 2)
                texts = [test["message"] for test in question["tests"] if test.get("message")] + question["feedback"]
                self.assertTrue(texts, "an outcome must be explained")
                for text in texts:
                    self.assertTrue(text["fr"] and text["en"] and text["fr"] != text["en"])
                if word:
                    self.assertIn(word, json.dumps(texts, ensure_ascii=False))

    def test_one_test_does_not_pull_the_others_down(self):
        answer = b"def tri(l):\n    while not l: pass\n    return sorted(l)\n"
        _, report = self.grade(self.function, answer)
        self.assertEqual([test["outcome"] for test in report["questions"][0]["tests"]], ["passed", "timeout"])

    def test_programs(self):
        rows = [(b"print(int(input()) + int(input()))", "passed"), (b"print(4)", "failed"), (b"print('3 ')\n", "passed"),
                (b"import os\nprint(3, flush=True)\nos._exit(0)", "crashed"), (b"print(3)\nraise SystemExit(0)", "passed"),
                (b"print(3)\nraise SystemExit(2)", "raised"), (b"while True: print('x' * 999)", "output-limit"),
                (b"input()\ninput()\ninput()", "raised"), (b"print(int(input()) + int(input()), file=open('x', 'w'))", "raised")]
        for answer, outcome in rows:
            with self.subTest(answer):
                _, report = self.grade(self.program, answer)
                self.assertEqual(report["questions"][0]["tests"][0]["outcome"], outcome)

    def test_line_of_the_answer(self):
        _, report = self.grade(self.function, b"def tri(l):\n    x = 1\n    return l[99]\n")
        self.assertEqual([test["line"] for test in report["questions"][0]["tests"]], [3, 3])

    def test_both_languages_in_the_terminal(self):
        path = pathlib.Path(self.scratch.name, "wrong.py")
        path.write_text("def tri(l):\n    return l[5]\n")
        french = run("grade", self.function, str(path)).stdout.decode()
        english = run("grade", self.function, str(path), lang="en_US.UTF-8").stdout.decode()
        self.assertNotEqual(french, english)
        for text in (french, english):
            self.assertIn("IndexError", text)
            self.assertNotIn("\x1b", text, "no colours in a pipe")

    def test_standard_input(self):
        done = run("grade", self.function, "-", "--json", data=b"def tri(l):\n    return sorted(l)\n")
        self.assertEqual(done.returncode, 0)

    def test_same_report_twice(self):
        answer = b"import random\ndef tri(l):\n    return [random.random(), object, {'a', 'b', 'c'}]\n"
        reports = [self.grade(self.function, answer, "--seed", "7")[1] for _ in range(2)]
        for report in reports:
            for test in report["questions"][0]["tests"]:
                test.pop("cpu_us", None), test.pop("wall_us", None)
        self.assertEqual(reports[0], reports[1])


BAD_CALLS = [
    (["grade"], 2), (["grade", "nowhere", "nothing.py"], 2), (["grad"], 2), (["grade", "--jsn", "a", "b"], 2),
    (["grade", "a", "b", "--seed", "x"], 2), (["check"], 2), (["new", "karnaugh", "/nonexistent/x"], 2), ([], 2), (["role", "nothing"], 2),
    (["help"], 0), (["--help"], 0), (["grade", "--help"], 0), (["version"], 0), (["man"], 0), (["schema"], 0),
]


class CommandLine(unittest.TestCase):
    def test_exit_codes(self):
        for arguments, code in BAD_CALLS:
            for lang in ("fr_FR.UTF-8", "en_US.UTF-8"):
                with self.subTest(arguments=arguments, lang=lang):
                    done = run(*arguments, lang=lang)
                    self.assertEqual(done.returncode, code, done.stderr.decode())
                    self.assertEqual(bool(done.stderr), code != 0, done.stderr.decode())

    def test_did_you_mean(self):
        self.assertIn("grade", run("grad").stderr.decode())
        self.assertIn("--json", run("grade", "--jsn", "a", "b").stderr.decode())

    def test_new_is_complete(self):
        with tempfile.TemporaryDirectory() as scratch:
            for kind in ("python-function", "python-program"):
                folder = os.path.join(scratch, "essais", kind)
                self.assertEqual(run("new", kind, folder).returncode, 0)
                self.assertEqual(run("new", kind, folder).returncode, 2, "nothing is overwritten")
                done = run("check", folder)
                self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())


class Check(unittest.TestCase):
    """A broken exercise is refused, with the place of the mistake."""

    def check(self, files):
        with tempfile.TemporaryDirectory() as scratch:
            base = {"exercise.json": json.dumps(FUNCTION, indent=1), "statement.fr.md": "Triez.", "solution.py": "def tri(l):\n    return sorted(l)\n"}
            base.update(files)
            write(os.path.join(scratch, "algo/tri"), {name: data for name, data in base.items() if data is not None})
            done = run("check", os.path.join(scratch, "algo/tri"))
            return done.returncode, done.stdout.decode() + done.stderr.decode()

    def test_mistakes(self):
        text = json.dumps(FUNCTION, indent=1)
        rows = [
            ({}, 0, ""),
            ({"exercise.json": text.replace('"returns"', '"retruns"', 1)}, 1, "returns"),
            ({"exercise.json": text.replace('"points": 20', '"points": "vingt"')}, 1, "points"),
            ({"exercise.json": text[:-5]}, 1, "exercise.json"),
            ({"exercise.json": text.replace("[1, 2, 3]", "[1, 2,")}, 1, "/questions/0/tests/0/returns"),
            ({"exercise.json": text.replace("[1, 2, 3]", "[3, 2, 1]")}, 1, "tri([3, 1, 2])"),
            ({"solution.py": None}, 1, "solution.py"),
            ({"solution.py": "def tri(l):\n    while True: pass\n"}, 1, "Temps dépassé"),
            ({"statement.fr.md": None}, 1, "statement.fr.md"),
            ({"exercise.json": text.replace('"returns": "[]"', '"returns": "[]", "points": 30')}, 1, "points"),
            ({"solution.py": "import random\ndef tri(l):\n    print(list({'a', 'b', 'c', 'd'}))\n    return sorted(l)\n"}, 1, "ordre"),
        ]
        for files, code, word in rows:
            with self.subTest(files=list(files), word=word):
                status, said = self.check(files)
                self.assertEqual(status, code, said)
                self.assertIn(word, said)


if __name__ == "__main__":
    unittest.main()
