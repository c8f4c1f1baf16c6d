#!/usr/bin/python3
"""An independent marker of exercise format 1, to check the shipped exercises and the engine against each other.

    prove.py EXERCISES                    every reference gets full marks, every wrong answer what its row says
    prove.py EXERCISES --bareme BINARY    and `bareme grade` says the same: the mark, and each test's outcome

It knows the rules of docs/exercise-format.md and nothing of the engine. It has no sandbox: it runs the
exercises' own files only. Values stay small and honest, so repr() and literal_eval() carry them.
Formulas, tables, maps, propositions and derivations it marks by trying every row and every cover (marker/).
"""
import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import marker

PYTHON = ["/usr/bin/python3", "-I", "-S", "-X", "utf8"]
TIMEOUT = 10  # seconds; a run that must time out names a small limit of its own

CALLER = r"""
import builtins, contextlib, io, json, sys
job = json.load(sys.stdin)
names = {"__name__": "answer", "__builtins__": builtins}
out, said = {}, io.StringIO()
with contextlib.redirect_stdout(said):
    exec(compile(job["prelude"], "prelude.py", "exec"), names)
    try:
        exec(compile(job["source"], "answer.py", "exec"), names)
    except SyntaxError:
        out["unreadable"] = True
    said.seek(0), said.truncate()
    if not out:
        try:
            exec(job["setup"], names)
            if job["keep"]:
                function, _, rest = job["call"].partition("(")
                names["__arguments"] = eval("(lambda *a: a)(" + rest)
                value = names[function](*names["__arguments"])
                out["after"] = [repr(a) for a in names["__arguments"]]
            else:
                value = eval(job["call"], names)
            out["value"] = repr(value)
        except BaseException as error:
            out["raised"] = type(error).__name__
out["printed"] = said.getvalue()
sys.stdout.write(json.dumps(out))
"""

CHECKER = r"""
import json, sys
job = json.load(sys.stdin)
names = {"__name__": "checker"}
exec(compile(job["source"], "checker.py", "exec"), names)
result = names["check"](job["stdin"], job["output"], job["expected"])
sys.stdout.write(str(result[0] if isinstance(result, tuple) else result))
"""


# ---- comparing ----

def literal(text):
    return eval(text, {"__builtins__": {"set": set, "frozenset": frozenset, "range": range}}, {"inf": float("inf")})


def same_values(rule, expected, got, tolerance):
    try:
        got = ast.literal_eval(got) if got != "set()" else set()
    except (ValueError, SyntaxError):
        return False
    if rule == "strict":
        return repr(expected) == repr(got)
    if rule == "approx":
        return close(expected, got, tolerance)
    if rule == "unordered":
        if type(expected) is not type(got) or len(expected) != len(got):
            return False
        rest = list(got)
        for item in expected:
            if item not in rest:
                return False
            rest.remove(item)
        return True
    if rule == "set":
        if not all(isinstance(side, (list, tuple, set, frozenset)) for side in (expected, got)):
            return False
        return all(x in got for x in expected) and all(x in expected for x in got)
    return expected == got


def close(expected, got, tolerance):
    if isinstance(expected, (int, float)) and isinstance(got, (int, float)):
        return abs(expected - got) <= tolerance
    if isinstance(expected, (list, tuple)):
        return type(expected) is type(got) and len(expected) == len(got) and all(
            close(a, b, tolerance) for a, b in zip(expected, got))
    return expected == got


def lines(text):
    kept = [line.rstrip(" \t\r") for line in text.replace("\r\n", "\n").split("\n")]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def same_numbers(expected, got, tolerance):
    try:
        return abs(Fraction(expected) - Fraction(got)) <= Fraction(str(tolerance))
    except ValueError:
        return expected == got


def same_texts(rule, expected, got, tolerance):
    if rule == "exact":
        return expected == got
    if rule == "tokens":
        return expected.split() == got.split()
    if rule == "numbers":
        a, b = expected.split(), got.split()
        return len(a) == len(b) and all(same_numbers(x, y, tolerance) for x, y in zip(a, b))
    if rule == "regex":
        return re.fullmatch(expected, "\n".join(lines(got))) is not None
    return lines(expected) == lines(got)


# ---- one question ----

class Question:
    def __init__(self, folder, exercise, row):
        several = len(exercise["questions"]) > 1
        self.row, self.id = row, row["id"]
        self.folder = os.path.join(folder, self.id) if several else folder
        self.points = Fraction(str(row.get("points", 20)))
        self.tests = [self.complete(test) for test in row["tests"]]
        self.share()

    def text(self, name, fallback=None):
        try:
            with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            if fallback is None:
                raise
            return fallback

    def complete(self, test):
        test = dict(test)
        label = test.get("label", test.get("call", test.get("case")))
        test["name"] = label["fr"] if isinstance(label, dict) else label
        test.setdefault("compare", self.row.get("compare", "equal" if "call" in test else "lines"))
        test.setdefault("tolerance", self.row.get("tolerance", 0))
        if "case" in test:
            test["stdin"] = self.text(f"tests/{test['case']}.in")
            test["prints"] = self.text(f"tests/{test['case']}.ans")
        return test

    def share(self):
        """Tests that name no points share equally what the others leave."""
        named = [Fraction(str(test["points"])) for test in self.tests if "points" in test]
        without = len(self.tests) - len(named)
        left = self.points - sum(named)
        if left < 0 or (left > 0) != (without > 0):
            raise ValueError(f"{self.folder}: the points of the tests do not make {self.points}")
        for test in self.tests:
            test["points"] = Fraction(str(test["points"])) if "points" in test else left / without

    def seconds(self):
        return 3 * self.row["limits"]["cpu_ms"] / 1000 + 1 if "limits" in self.row else TIMEOUT

    def credit(self, test, source):
        """The part of the test's points that the answer earns, 0 to 1."""
        try:
            if self.row["kind"] == "python-function":
                return Fraction(self.call(test, source))
            return self.run(test, source)
        except subprocess.TimeoutExpired:
            return Fraction(0)

    def call(self, test, source):
        job = {"prelude": self.text("prelude.py", ""), "source": source, "setup": test.get("setup", ""),
               "call": test["call"], "keep": "args_after" in test}
        done = subprocess.run(PYTHON + ["-c", CALLER], input=json.dumps(job), capture_output=True, text=True,
                              timeout=self.seconds(), check=False)
        out = json.loads(done.stdout)
        if "raises" in test:
            return out.get("raised") == test["raises"]
        if "value" not in out:
            return False
        right = True
        if "prints" in test:
            right = lines(test["prints"]) == lines(out["printed"])
        if "args_after" in test:
            after = test["args_after"] if isinstance(test["args_after"], list) else [test["args_after"]]
            right = right and len(after) == len(out["after"]) and all(
                a is None or same_values(test["compare"], literal(a), b, test["tolerance"]) for a, b in zip(after, out["after"]))
        if "returns" in test:
            right = right and same_values(test["compare"], literal(test["returns"]), out["value"], test["tolerance"])
        return right

    def run(self, test, source):
        with tempfile.TemporaryDirectory() as place:
            for name in self.row.get("files", []):
                shutil.copy(os.path.join(self.folder, name), place)
            with open(os.path.join(place, "answer.py"), "w", encoding="utf-8") as file:
                file.write(self.text("prelude.py", "") + source)
            done = subprocess.run(PYTHON + ["answer.py"], cwd=place, input=test["stdin"], capture_output=True, text=True,
                                  encoding="utf-8", timeout=self.seconds(), check=False)
        if done.returncode:
            return Fraction(0)
        if test["compare"] != "checker":
            return Fraction(same_texts(test["compare"], test["prints"], done.stdout, test["tolerance"]))
        job = {"source": self.text("checker.py"), "stdin": test["stdin"], "output": done.stdout, "expected": test["prints"]}
        said = subprocess.run(PYTHON + ["-c", CHECKER], input=json.dumps(job), capture_output=True, text=True,
                              encoding="utf-8", timeout=TIMEOUT, check=True).stdout
        return Fraction({"True": "1", "False": "0"}.get(said, said))

    def uses_forbidden(self, source):
        calls = self.row.get("forbid", {}).get("calls", [])
        try:
            nodes = list(ast.walk(ast.parse(source)))
        except SyntaxError:
            return False
        used = {node.id for node in nodes if isinstance(node, ast.Name)}
        used |= {"." + node.attr for node in nodes if isinstance(node, ast.Attribute)}
        return bool(used & set(calls))

    def mark(self, source):
        """(points, names of the tests that were not fully passed)"""
        credits = [self.credit(test, source) for test in self.tests]
        lost = {test["group"] for test, credit in zip(self.tests, credits) if "group" in test and credit < 1}
        points = sum((test["points"] * credit for test, credit in zip(self.tests, credits)
                      if test.get("group") not in lost or "group" not in test), Fraction(0))
        if self.uses_forbidden(source):
            points = min(points, self.points * Fraction(self.row["forbid"].get("cap", "1/2")))
        return points, [test["name"] for test, credit in zip(self.tests, credits) if credit < 1]


# ---- one exercise ----

class Exercise:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "exercise.json"), encoding="utf-8") as file:
            self.data = json.load(file)
        self.questions = [Question(folder, self.data, row) for row in self.data["questions"]]

    def answers(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            text = file.read()
        return json.loads(text) if name.endswith(".json") else {self.questions[0].id: text}

    def mark(self, answers):
        total, failed = Fraction(0), []
        for question in self.questions:
            points, names = question.mark(answers[question.id])
            total += points
            failed += names
        return total, failed

    def rows(self):
        """(what, answers, file or None, expected mark, tests that must fail or None)"""
        full = sum(question.points for question in self.questions)
        yield "the reference", {q.id: q.text("solution.py") for q in self.questions}, None, full, []
        for row in self.data["wrong"]:
            yield row["file"], self.answers(row["file"]), row["file"], Fraction(row["mark"]), row.get("fails")

    def house_rules(self):
        """What every shipped exercise has, beyond what the format asks."""
        if len(self.data.get("wrong", [])) < 2:
            yield "fewer than two wrong answers"
        for name in sorted(os.listdir(os.path.join(self.folder, "wrong"))):
            if f"wrong/{name}" not in [row.get("file") for row in self.data["wrong"]]:
                yield f"wrong/{name} is named nowhere"
        if not os.path.exists(os.path.join(self.folder, "statement.fr.md")):
            yield "no French statement"
        if not any("hint" in test for question in self.questions for test in question.tests):
            yield "no hint"
        for question in self.questions:
            starter = question.text("starter.py")
            compile(starter, "starter.py", "exec")
            if question.mark(starter)[0] == question.points:
                yield f"the starter of {question.id} already has full marks"


class FormulaExercise:
    """No reference to run: the engine derives it, and `check` proves that it gets full marks."""

    def __init__(self, folder, data):
        self.folder, self.data = folder, data
        self.rows = data["questions"]
        self.points = {row["id"]: Fraction(str(row.get("points", 20))) for row in self.rows}

    def house_rules(self):
        if len(self.data.get("wrong", [])) < 2:
            yield "fewer than two wrong answers"
        if not os.path.exists(os.path.join(self.folder, "statement.fr.md")):
            yield "no French statement"
        for number, row in enumerate(self.data.get("wrong", [])):
            if "says" not in row:
                yield f"wrong/{number} names no message (says)"
            if "mark" not in row:
                yield f"wrong/{number} announces no mark"

    def bounds(self, answers):
        """The least and the most that these answers can earn: the same twice, but for a step whose law the marker does not find."""
        least = most = Fraction(0)
        for row in self.rows:
            known = row["kind"] in marker.KINDS  # of any other kind the engine alone says what an answer earns
            low, high = (marker.bounds(row, answers.get(row["id"], "")) or (0, 0)) if known else (0, 1)
            least += self.points[row["id"]] * low
            most += self.points[row["id"]] * high
        return least, most

    def prove(self, binary):
        drawn = "parameters" in self.data
        for number, row in enumerate(self.data.get("wrong", [])):
            if "answers" not in row or "mark" not in row or drawn:
                continue
            mark = Fraction(str(row["mark"]))
            least, most = self.bounds(row["answers"])
            if not least <= mark <= most:
                yield f"wrong/{number}: announces {mark}, and is worth {least} to {most}"
            if binary and (theirs := ask_engine(binary, self.folder, False, row["answers"])[0]) != mark:
                yield f"wrong/{number}: announces {mark} points, bareme says {theirs}"


def ask_engine(binary, folder, single, answers):
    """What `bareme grade --json` says: (points, tests not passed)."""
    with tempfile.TemporaryDirectory() as place:
        path = os.path.join(place, "answer.py" if single else "answers.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(next(iter(answers.values())) if single else json.dumps(answers))
        done = subprocess.run([binary, "grade", folder, path, "--json"], capture_output=True, text=True, timeout=120,
                              check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"bareme grade: exit status {done.returncode}: {done.stderr.strip()[:300]}")
    report = json.loads(done.stdout)
    failed = [test["name"] for question in report["questions"] for test in question["tests"] if test["outcome"] != "passed"]
    return Fraction(report["score"]["points"]), failed


def prove(folder, binary):
    faults, count = [], 0
    with open(os.path.join(folder, "exercise.json"), encoding="utf-8") as file:
        data = json.load(file)
    if not any(row["kind"].startswith("python") for row in data["questions"]):
        exercise = FormulaExercise(folder, data)
        faults = list(exercise.house_rules()) + list(exercise.prove(binary))
        return [f"{folder}: {fault}" for fault in faults], len(data.get("wrong", []))
    exercise = Exercise(folder)
    faults += list(exercise.house_rules())
    for what, answers, _, mark, fails in exercise.rows():
        count += 1
        points, failed = exercise.mark(answers)
        if points != mark:
            faults.append(f"{what}: {points} points, {mark} were announced")
        if fails is not None and failed != fails:
            faults.append(f"{what}: fails {failed}, announced {fails}")
        if fails is None and failed:
            faults.append(f"{what}: fails {failed}, and its row says nothing of it")
        if binary:
            theirs = ask_engine(binary, folder, len(exercise.questions) == 1, answers)
            if theirs != (points, failed):
                faults.append(f"{what}: here {points} points and {failed}; bareme says {theirs[0]} and {theirs[1]}")
    return [f"{folder}: {fault}" for fault in faults], count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises")
    parser.add_argument("--bareme", metavar="BINARY")
    options = parser.parse_args()
    folders = sorted(folder for folder, _, files in os.walk(options.exercises) if "exercise.json" in files)
    if not folders:
        print(f"prove: no exercise below {options.exercises}", file=sys.stderr)
        return 2
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda folder: prove(folder, options.bareme), folders))
    for faults, _ in results:
        for fault in faults:
            print(fault)
    faults = sum(len(found) for found, _ in results)
    print(f"{len(folders)} exercises, {sum(count for _, count in results)} answers, {faults} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
