"""The corpus's table, and what its column `outcomes` asks of a report (corpus/README.md has the words)."""
import json
import os
import re

OUTCOMES = ("passed", "failed", "raised", "timeout", "memory", "output-limit", "forbidden", "crashed", "unreadable")
COLUMNS = ["name", "kind", "attempts", "required", "outcomes", "cpu_ms"]
SCORES = {
    "score=0": lambda points, full: points == "0",
    "score<full": lambda points, full: points != full,
    "score=full": lambda points, full: points == full,
}
CASES = ("shipped", "open", "root", "user", "visible", "hidden")
DEFAULT_CPU_MS = 300


class Bad(Exception):
    """The table itself is wrong."""


def split_clause(text):
    """'open:hidden:failed|raised' → ({'open', 'hidden'}, 'failed|raised')"""
    *cases, clause = text.split(":")
    for case in cases:
        if case not in CASES:
            raise Bad("unknown case %r" % case)
    if clause in SCORES:
        if {"visible", "hidden"} & set(cases):
            raise Bad("%r is about the whole report" % text)
    elif not clause or any(word not in OUTCOMES for word in clause.split("|")):
        raise Bad("unknown outcome in %r" % text)
    return frozenset(cases), clause


class Row:
    def __init__(self, line):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise Bad("%d columns instead of %d: %s" % (len(cells), len(COLUMNS), line[:80]))
        self.name, self.kind, self.attempts, self.required, outcomes, cpu_ms = cells
        if self.kind not in ("function", "program") or not re.fullmatch("[a-z0-9_]+", self.name):
            raise Bad("name or kind of %r" % line[:80])
        self.clauses = [split_clause(text) for text in outcomes.split(" ")]
        self.cpu_ms = DEFAULT_CPU_MS if cpu_ms == "-" else int(cpu_ms)

    def clauses_for(self, profile, user):
        here = {profile, user, "visible", "hidden"}
        return [(cases, clause) for cases, clause in self.clauses if cases <= here]


def read(folder):
    """The rows, checked against the files that stand beside the table."""
    with open(os.path.join(folder, "MANIFEST.tsv"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    if lines[0].split("\t") != COLUMNS:
        raise Bad("the columns are not %s" % COLUMNS)
    rows = [Row(line) for line in lines[1:] if line]
    names = [row.name for row in rows]
    if len(set(names)) != len(names):
        raise Bad("a name stands twice")
    files = {name[:-3] for name in os.listdir(folder) if name.endswith(".py")}
    if files != set(names):
        raise Bad("without a row or without a file: %s" % sorted(files ^ set(names)))
    for row in rows:
        with open(os.path.join(folder, row.name + ".py"), "rb") as file:
            head = file.read().decode("utf-8", "replace").split("\n")[:3]
        told = ["# attempts: " + row.attempts, "# required: " + row.required, "# kind: " + row.kind]
        if [line.rstrip() for line in head] != told:
            raise Bad("%s.py does not begin as its row says" % row.name)
        for profile in ("shipped", "open"):
            for user in ("root", "user"):
                if not any("|" in clause or clause in OUTCOMES for _, clause in row.clauses_for(profile, user)):
                    raise Bad("%s: no outcome is asked of %s as %s" % (row.name, profile, user))
    return rows


def tests_of(question):
    """Of an answer that cannot be read there are no tests: it stands for one that every student sees."""
    if question.get("verdict") == "unreadable" and not question["tests"]:
        return [{"name": "reading", "show": "all", "outcome": "unreadable", "message": (question["feedback"] or [{}])[0]}]
    return question["tests"]


def broken_clauses(clauses, question):
    tests = tests_of(question)
    for cases, clause in clauses:
        if clause in SCORES:
            if not SCORES[clause](question["points"], question["max"]):
                yield "%s, but the score is %s of %s" % (clause, question["points"], question["max"])
            continue
        allowed = set(clause.split("|"))
        for test in tests:
            hidden = test["show"] != "all"
            if ("hidden" in cases and not hidden) or ("visible" in cases and hidden):
                continue
            if test["outcome"] not in allowed:
                yield "%s, but test %r is %s" % (clause, test["name"], test["outcome"])


def broken_always(report, question):
    """What is asked of every report, whatever its row says."""
    tests = tests_of(question)
    if "ESCAPED" in json.dumps(report):
        yield "no ESCAPED, but the report has it"
    if not tests:
        yield "tests, but the report has none"
    for test in tests:
        message = test.get("message") or {}
        if test["outcome"] != "passed" and not (message.get("fr") and message.get("en")):
            if not test.get("diff"):
                yield "a message in both languages, but test %r has none" % test["name"]
    if tests and all(test["outcome"] == "passed" for test in tests) and question["points"] != question["max"]:
        yield "full marks where all passed, but the score is %s of %s" % (question["points"], question["max"])


def judge(row, report, profile, user):
    """The list of what is not as it must be, empty when all is well."""
    if "error" in report:
        return ["a report, but the grader failed: %s: %s" % (report["error"], report["text"])]
    question = report["questions"][0]
    return [*broken_always(report, question), *broken_clauses(row.clauses_for(profile, user), question)]


def accepted(report):
    return report.get("verdict") == "correct"


def summary(report):
    """One line for a person."""
    if "error" in report:
        return "%s: %s" % (report["error"], report["text"])
    return "%s: %s" % (report["verdict"], "; ".join(
        "%s %s %s" % (test["outcome"], (test.get("message") or {}).get("en", "")[:300], test.get("errors", "")[:300])
        for test in tests_of(report["questions"][0])))
