"""A hidden test tells nothing but whether it was passed, whatever the answer does with what it was given.

Two exercises differ in their hidden inputs only. Each answer behaves otherwise on the one than on the other, fails both, and
the student must be shown the very same: over HTTP, in the event stream, on the page and by `bareme grade --student`.
"""
import json
import os
import re
import subprocess
import tempfile
import unittest

from service import binary, together, write_exercise
from test_service import Whole

MARKS = {"a": "MARQUE-SINISTRE", "b": "MARQUE-DEXTRE"}


def function(side):
    """f(0) is shown before and behind the hidden tests; each of these asks in another way."""
    key = "f(['%s', %d])" % (MARKS[side], side == "a")
    never = "['%s', 'jamais']" % MARKS[side]
    return {"format": 1, "title": "Fonction", "questions": [{
        "id": "q", "kind": "python-function", "points": 20, "entry": "f", "limits": {"cpu_ms": 60, "memory_mb": 32, "output_kb": 4},
        "forbid": {"calls": [".sort", ".reverse"], "dynamic": "allow"},
        "tests": [
            {"call": "f(0)", "returns": "0", "label": "avant"},
            {"call": key, "returns": never, "show": "verdict", "hint": MARKS[side]},
            {"call": key, "raises": "LookupError", "show": "label"},
            {"call": key, "args_after": [never], "show": "label", "label": "sur place"},
            {"call": key, "prints": MARKS[side] + " jamais", "show": "verdict"},
            {"call": key + " or 0", "returns": never, "show": "verdict"},
            {"call": key, "setup": "SECRET = " + never, "returns": never, "show": "verdict"},
            {"call": "f(0)", "returns": "0", "label": "après"},
        ]}]}


def program(side):
    return {"format": 1, "title": "Programme", "questions": [{
        "id": "q", "kind": "python-program", "points": 20, "limits": {"cpu_ms": 60, "memory_mb": 32, "output_kb": 4},
        "tests": [
            {"stdin": "0\n0\n", "prints": "0", "label": "avant"},
            {"stdin": "%s\n%d\n" % (MARKS[side], side == "a"), "prints": "jamais", "show": "verdict"},
            {"stdin": "%s\n%d\n" % (MARKS[side], side == "a"), "prints": MARKS[side] + " jamais", "compare": "tokens", "show": "label"},
            {"stdin": "0\n0\n", "prints": "0", "label": "après"},
        ]}]}


# The hidden call gives x (a text) and n (1 on one side, 0 on the other); the answer has to be wrong on both.
LEAKS = {
    "returns": "return [x, n]",
    "returns its type": "return type('T' + x.replace('-', '_'), (), {})() if n else x",
    "returns none or a generator": "return (i for i in x) if n else None",
    "prints": "print(x, n)",
    "prints to errors": "import sys; print(x, n, file=sys.stderr); return x",
    "raises": "raise ValueError(x, n)",
    "raises on one side": "raise KeyError(x) if n else Exception()",
    "raises a class of that name": "raise type('E' + x.replace('-', '_'), (Exception,), {})(x)",
    "raises at a line": "if n: raise ValueError(x)\n    raise ValueError(x)",
    "exits": "raise SystemExit(x if n else 3)",
    "exits at once": "import os; os._exit(7 * n)",
    "aborts on one side": "import os\n    if n: os.abort()\n    return x",
    "calculates": "while n: pass\n    return x",
    "sleeps": "import time; time.sleep(30 * n); return x",
    "allocates": "l = [x] * (10 ** 9 * n); return x",
    "floods": "while n: print(x * 100)\n    return x",
    "recurs": "return f2(x, n)\ndef f2(x, n): return f2(x, n) if n else x",
    "asks the system": "import os\n    if n: os.system(x)\n    return x",
    "writes at the end": "import atexit; atexit.register(print, x); return x",
    "warns": "import warnings; warnings.warn(x); return x",
    "replaces a stream": "import sys, io; sys.stdout = io.StringIO(x * n); print(x); return x",
    "keeps it": "global kept\n    kept.append(x)\n    return x",
    "keeps it in the library": "random.kept = getattr(random, 'kept', '') + x; return x",
    "keeps it in a file": "open('kept', 'w').write(x)",
    "uses one forbidden name or another, in one place": "getattr([n], 'tros'[::-1] if n else 'esrever'[::-1])(); return x",
    "uses forbidden names, one or both": "getattr([n], 'tros'[::-1])()\n    if n: getattr([n], 'esrever'[::-1])()\n    return x",
    "uses what is forbidden, here or there": "l = [n]\n    if n: getattr(l, 'tros'[::-1])()\n    else: getattr(l, 'tros'[::-1])()\n    return x",
    "uses one forbidden name or another": "l = [n]\n    getattr(l, ('tros' if n else 'esrever')[::-1])()\n    return x",
}
PRELUDE = "kept = []\nimport random\n"


def answer_function(body):
    return PRELUDE + ("def f(given):\n    if given == 0:\n        if kept or hasattr(random, 'kept'): print(kept, random.kept)\n        return 0\n"
                      "    x, n = given\n    %s\n" % body)


def answer_program(body):
    return PRELUDE + "def f(x, n):\n    %s\nx, n = input(), int(input())\nif x == '0': print(0)\nelse: print('non', f(x, n) and '')\n" % body


def without_chance(value):
    """A report, or a submission, without what differs by right: ids, versions, instants and, of the wholly shown, times."""
    dropped = ("id", "digest", "received_at", "finished_at", "exercise", "student", "position")
    if isinstance(value, dict):
        return {key: without_chance(inner) for key, inner in value.items() if key not in dropped}
    return [without_chance(inner) for inner in value] if isinstance(value, list) else value


class Hidden(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="bareme-hidden-")
        os.chmod(cls.folder.name, 0o755)
        cls.root = os.path.join(cls.folder.name, "exercises")  # an id is made of folders' names, and a random one may have any letter
        for side in MARKS:
            for kind, spec, solution in (("fonction", function(side), "def f(x): return x\n"), ("programme", program(side), "input(); print(0)\n")):
                folder = write_exercise(cls.root, "%s-%s" % (kind, side), spec)
                (folder / "solution.py").write_text(solution, encoding="utf-8")
                (folder / "starter.py").unlink()
        cls.service = Served(cls.root)

    @classmethod
    def tearDownClass(cls):
        cls.service.close()
        cls.folder.cleanup()

    def views(self, kind, side, student, answer):
        """All that a student can be shown of it, as a list."""
        exercise = "%s-%s" % (kind, side)
        reply = self.service.post("/api/v1/submissions", {"exercise": exercise, "student": student, "answers": {"q": answer}},
                                  {"Prefer": "wait=60"}, timeout=120)
        self.assertEqual(reply.status, 200, reply.text)
        path = "/api/v1/submissions/" + reply.json["id"]
        events = [json.loads(line[5:]) for line in self.service.get(path + "/events").text.splitlines() if line.startswith("data:")]
        page = re.sub(r"(?s)<head>.*?</head>|<time.*?</time>|<form.*?</form>|<textarea.*?</textarea>|<header.*?</header>|<p class=\"small\">.*?</p>",
                      "", self.service.get("/copies/" + reply.json["id"]).text)
        self.assertIn("report", reply.json)
        found = [reply.json, self.service.get(path).json, events, page.replace(exercise, "").replace(reply.json["id"], "")]
        whole = json.dumps(found)
        self.assertNotIn("MARQUE", whole)
        self.assertNotIn("jamais", whole)
        return without_chance(found)

    def compare(self, kind, name, answer):
        student = "p-%d" % list(LEAKS).index(name)  # each their own: a newer copy would take an older one's place
        left, right = (self.views(kind, side, student, answer) for side in MARKS)
        self.assertEqual(left[:3], right[:3], (kind, name))
        self.assertEqual([re.sub(r"\d\d?[:h]\d\d(:\d\d)?", "", view[3]) for view in (left, right)][0],
                         [re.sub(r"\d\d?[:h]\d\d(:\d\d)?", "", view[3]) for view in (left, right)][1], (kind, name))
        tests = left[0]["report"]["questions"][0]["tests"]
        for test in tests:
            hidden = test["show"] in ("label", "verdict")
            self.assertNotIn("cpu_us", test)
            self.assertNotIn("wall_us", test)
            self.assertEqual(test["outcome"], "failed" if hidden else "passed", (kind, name, test))
            if hidden:
                self.assertLessEqual(set(test), {"name", "label", "show", "outcome", "points", "shown", "max", "max_shown"})

    def test_functions(self):
        rows = list(LEAKS.items())
        together(4, lambda lane: [self.compare("fonction", name, answer_function(body)) for name, body in rows[lane::4]])

    def test_programs(self):
        rows = list(LEAKS.items())
        together(4, lambda lane: [self.compare("programme", name, answer_program(body)) for name, body in rows[lane::4]])

    def test_command_line(self):
        """The same by `bareme grade --student`; and the teacher is told all, so that the others could have been."""
        answers = {"fonction": answer_function("print(x); raise ValueError(x)"), "programme": answer_program("print(x); raise ValueError(x)")}
        for kind, answer in answers.items():
            path = os.path.join(self.folder.name, "answer.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(answer)
            said = {}
            for options in (["--student"], ["--student", "--json"], ["--json"]):
                for side in MARKS:
                    done = subprocess.run([binary("BAREME"), "grade", os.path.join(self.root, "%s-%s" % (kind, side)), path, *options],
                                          capture_output=True, text=True, timeout=120, check=False)
                    self.assertEqual(done.returncode, 1, done.stderr)
                    said[side] = done.stdout.replace("%s-%s" % (kind, side), "")
                    self.assertEqual("MARQUE" in done.stdout + done.stderr, "--student" not in options, done.stdout)
                if options == ["--student"]:
                    self.assertEqual(said["a"], said["b"])
                elif "--student" in options:
                    self.assertEqual(*(without_chance(json.loads(said[side])) for side in MARKS))

    def test_no_shown_test_after_a_hidden_one(self):
        """A clock read in a shown test after a hidden one would tell how long the hidden one took, as the answer chose."""
        answers = {"fonction": "import time\ndef f(given): return time.monotonic_ns()\n", "programme": "import time\nprint(time.monotonic_ns())\n"}
        for kind, answer in answers.items():
            path = os.path.join(self.folder.name, "clock.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(answer)
            done = subprocess.run([binary("BAREME"), "grade", os.path.join(self.root, kind + "-a"), path, "--json"],
                                  capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 1, done.stderr)
            clocks = {True: [], False: []}
            for test in json.loads(done.stdout)["questions"][0]["tests"]:
                said = re.search(r"\d{6,}", test.get("got") or test.get("output") or "")
                if said:
                    clocks[test["show"] in ("label", "verdict")].append(int(said.group()))
            self.assertEqual(len(clocks[False]), 2, done.stdout)
            self.assertGreater(len(clocks[True]), 1, done.stdout)
            self.assertLess(max(clocks[False]), min(clocks[True]), kind)

    def test_no_shown_test_after_a_hidden_one_of_another_question(self):
        """The questions of one hand-in are marked in turn, and the second's clock would tell of the first's hidden tests."""
        clock = "import time\ndef f(given): return time.monotonic_ns()\n"
        one = function("a")["questions"][0]
        folder = write_exercise(os.path.join(self.folder.name, "more"), "deux", {
            "format": 1, "title": "Deux", "questions": [dict(one, id="q"), dict(one, id="r")]})
        for name in ("q", "r"):
            (folder / name).mkdir()
            (folder / name / "solution.py").write_text("def f(x): return x\n", encoding="utf-8")
        path = os.path.join(self.folder.name, "answers.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"q": clock, "r": clock}, file)
        done = subprocess.run([binary("BAREME"), "grade", str(folder), path, "--json"], capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        clocks = {True: [], False: []}
        for question in json.loads(done.stdout)["questions"]:
            for test in question["tests"]:
                said = re.search(r"\d{6,}", test.get("got") or "")
                if said:
                    clocks[test["show"] in ("label", "verdict")].append(int(said.group()))
        self.assertEqual(len(clocks[False]), 4, done.stdout)
        self.assertGreater(len(clocks[True]), 3, done.stdout)
        self.assertLess(max(clocks[False]), min(clocks[True]))

    def test_what_is_public(self):
        for kind in ("fonction", "programme"):
            for path in ("/api/v1/exercises/%s-a" % kind, "/exercices/%s-a" % kind, "/api/v1/exercises"):
                self.assertNotIn("MARQUE", self.service.get(path).text, path)
            reply = self.service.post("/api/v1/exercises/%s-a/preview" % kind, {"answers": {"q": "x = input()\nprint(x)\nraise ValueError(x)\n"}})
            self.assertEqual(reply.status, 200, reply.text)
            self.assertNotIn("MARQUE", reply.text)


class Served(Whole):
    def __init__(self, exercises):
        self.own = exercises
        super().__init__()

    def start(self):
        self.exercises = self.own
        super().start()


if __name__ == "__main__":
    unittest.main()
