"""What drives the graders from here: makes exercise folders, marks answers with the real sandbox."""
import json
import os
import subprocess
import tempfile
import unittest

DRIVER = os.environ["BAREME_PYTHON_DRIVER"]


def exercise(question, files=None):
    """`readable` stands for the key "files", which names the folder's files here."""
    if "readable" in question:
        question["files"] = question.pop("readable")
    whole = {"format": 1, "title": "Essai", "questions": [dict({"id": "q"}, **question)]}
    return dict({"exercise.json": json.dumps(whole), "statement.fr.md": "# Essai\n"}, **(files or {}))


def function(tests, solution="def f(x): return x\n", files=None, **keys):
    question = dict({"kind": "python-function", "points": 12, "entry": "f", "tests": tests}, **keys)
    return exercise(question, dict({"solution.py": solution}, **(files or {})))


def program(tests=None, solution="print(int(input()) * 2)\n", files=None, **keys):
    question = dict({"kind": "python-program", "points": 12}, **keys)
    if tests is not None:
        question["tests"] = tests
    return exercise(question, dict({"solution.py": solution}, **(files or {})))


def write(folder, files):
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode())


def drive(files, answers, *options):
    with tempfile.TemporaryDirectory() as top:
        write(os.path.join(top, "exercise"), files)
        paths = []
        for i, answer in enumerate(answers):
            write(top, {"answer%d.py" % i: answer})
            paths.append(os.path.join(top, "answer%d.py" % i))
        done = subprocess.run([DRIVER, os.path.join(top, "exercise"), *options, *paths], stdout=subprocess.PIPE,
                              timeout=240, check=False)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]


class Case(unittest.TestCase):
    maxDiff = None

    def mark(self, files, answer):
        """The only question's report, or {"error": …}, {"problems": …}."""
        replies = drive(files, [answer])
        self.assertEqual(len(replies), 1, replies)
        return replies[0]["questions"][0] if "questions" in replies[0] else replies[0]

    def one(self, files, answer):
        """The only test's report."""
        report = self.mark(files, answer)
        self.assertIn("tests", report, report)
        self.assertEqual(len(report["tests"]), 1, report)
        return report["tests"][0]

    def outcomes(self, files, answer):
        report = self.mark(files, answer)
        self.assertIn("tests", report, report)
        return [test["outcome"] for test in report["tests"]]

    def expect(self, row, outcome, code=None, says=()):
        self.assertEqual(row["outcome"], outcome, row)
        message = row.get("message")
        self.assertEqual(message["code"] if message and "code" in message else None, code, row)
        for words in (says,) if isinstance(says, str) else says:
            self.assertIn(words, message["fr"], row)
