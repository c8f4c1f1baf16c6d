"""The engine and the second marker (marker/) mark the same answers to the same questions: each pair of marks is one.

The questions are those of the shipped exercises and invented ones of every kind and form; the answers are right ones in odd
notations, and wrong ones. Runs with the built binary in $BAREME on the folder of exercises. Standard library only.
"""
import collections
import glob
import itertools
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import marker
from marker.invent import boolean, derivations, maps, propositions, statements, tables

BAREME = os.environ["BAREME"]
EXERCISES = sys.argv.pop(1) if len(sys.argv) > 1 else "exercises"
AT_ONCE = 50  # questions of one exercise
WAITS = "answer-read"  # it could be read, another one of the same hand-in not


def shipped():
    """The questions of the shipped exercises, those that draw values left out."""
    for path in sorted(glob.glob(os.path.join(EXERCISES, "**", "exercise.json"), recursive=True)):
        data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        yield from (question for question in data["questions"] if question["kind"] in marker.KINDS and "parameters" not in data)


def grade(cases):
    """The report of each (question, answer): they are the questions of one exercise."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place, "serie", "essai")
        folder.mkdir(parents=True)
        questions = [{**question, "id": f"q{number}", "points": 1} for number, (question, _) in enumerate(cases)]
        (folder / "exercise.json").write_text(json.dumps({"format": 1, "title": "T", "questions": questions}), encoding="utf-8")
        (folder / "statement.fr.md").write_text("…", encoding="utf-8")
        answers = folder.parent / "answers.json"
        answers.write_text(json.dumps({f"q{number}": answer for number, (_, answer) in enumerate(cases)}), encoding="utf-8")
        done = subprocess.run([BAREME, "grade", str(folder), str(answers), "--json"], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr[:2000])
    reports = json.loads(done.stdout)["questions"]
    waiting = [number for number, report in enumerate(reports)
               if report["verdict"] == "unreadable" and any(said["code"] == WAITS for said in report["feedback"])]
    if waiting:  # one that cannot be read keeps the others from being marked
        for number, report in zip(waiting, grade([cases[number] for number in waiting])):
            reports[number] = report
    return reports


class Marker(unittest.TestCase):
    def agree(self, cases, most_unread=0):
        """Both give the same mark; the marks are of every sort, so that agreeing means something."""
        sorts = collections.Counter()
        batches = [cases[at:at + AT_ONCE] for at in range(0, len(cases), AT_ONCE)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for (question, answer), report in zip(cases, itertools.chain.from_iterable(pool.map(grade, batches))):
                with self.subTest(question=question, answer=answer):
                    verdict = self.compare(report, question, answer)
                    sorts[verdict] += 1
        self.assertLessEqual(sorts["unreadable"], most_unread)
        self.assertLessEqual(sorts["loose"], len(cases) // 8)
        for verdict in ("correct", "incorrect", "partial"):
            self.assertGreater(sorts[verdict], len(cases) // 30, verdict)

    def compare(self, report, question, answer):
        """The verdict that both give; "loose" where the second marker only knows bounds."""
        theirs = None if report["verdict"] == "unreadable" else Fraction(report["points"])
        ours = marker.bounds(question, answer)
        self.assertEqual(ours is None, theirs is None, f"here {ours}, bareme says {theirs}")
        if ours is None:
            return "unreadable"
        self.assertTrue(ours[0] <= theirs <= ours[1], f"here {[str(each) for each in ours]}, bareme says {theirs}")
        verdict = "correct" if theirs == 1 else "incorrect" if theirs == 0 else "partial"
        self.assertEqual(report["verdict"], verdict)
        if question["kind"] == "derivation":
            wrong = [test for test in report["tests"] if test.get("message", {}).get("code") == "step-wrong"]
            self.assertEqual(marker.wrong_steps(question, answer), len(wrong))
        return "loose" if ours[0] < ours[1] else verdict

    def both(self, kind, made, seed, rounds=1, **more):
        dice = random.Random(seed)
        theirs = [question for question in shipped() if kind(question)]
        cases = []
        for _ in range(rounds):
            cases += made.answers(dice, [*theirs, *made.questions(dice)])
        self.agree(cases, **more)

    def test_boolean(self):
        self.both(lambda question: question["kind"] == "boolean", boolean, 1)

    def test_truth_tables(self):
        self.both(lambda question: question["kind"] == "truth-table", tables, 2, 2)

    def test_karnaugh_maps(self):
        self.both(lambda question: question["kind"] == "karnaugh", maps, 3, 3)

    def test_propositions(self):
        self.both(lambda question: question["kind"] == "proposition" and "domain" not in question,
                  propositions, 4, 2, most_unread=12)

    def test_statements(self):
        self.both(lambda question: "domain" in question, statements, 5, 3, most_unread=12)

    def test_derivations(self):
        self.both(lambda question: question["kind"] == "derivation", derivations, 6, 3, most_unread=6)


if __name__ == "__main__":
    unittest.main()
