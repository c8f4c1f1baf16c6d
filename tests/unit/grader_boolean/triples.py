"""Each diagnosis of Boolean algebra stands in three triples at least: rows of the tests here, wrong answers of exercises.

    triples.py ROOT
"""
import collections
import json
import pathlib
import re
import sys

LEAST = 3
# What a row of a report judges, what is said of every answer of a kind or behind another message, and what cannot be read, are no diagnoses.
SECTIONS = ("What is wrong", "Derivations.", "A formula that is not equivalent.", "The same with quantifiers.",
            "Tautology, contradiction", "Does it follow?")
NO_DIAGNOSIS = re.compile(r"row-|form-waits$|too-many-lines$|redundant-consensus$")


def diagnoses(source):
    """The codes of one table of messages that say what is wrong with an answer."""
    section = ""
    for match in re.finditer(r'/\* (.*?) \*/|^\t\{ "([a-z0-9-]+)",', source, re.DOTALL | re.MULTILINE):
        if match[1]:
            section = match[1]
        elif section.startswith(SECTIONS) and not NO_DIAGNOSIS.match(match[2]):
            yield match[2]


def said(exercise):
    """The codes that the wrong answers of an exercise must get."""
    for wrong in exercise.get("wrong", []):
        if isinstance(wrong, dict):
            yield from wrong.get("says", {}).values()


def main():
    root = pathlib.Path(sys.argv[1])
    count = collections.Counter()
    for path in (root / "tests/unit/grader_boolean").glob("*_test.c"):
        count.update(re.findall(r'"([a-z0-9-]+)"', path.read_text(encoding="utf-8")))
    for path in (root / "exercises").glob("*/*/exercise.json"):
        count.update(said(json.loads(path.read_text(encoding="utf-8"))))
    tables = [root / "graders/boolean/src" / name
              for name in ("messages.c", "grid_messages.c", "messages_proposition.c")]
    codes = [code for path in tables for code in diagnoses(path.read_text(encoding="utf-8"))]
    short = [f"{code}: {count[code]}" for code in codes if count[code] < LEAST]
    assert len(codes) > 100, f"only {len(codes)} diagnoses are found in the tables of messages"
    assert not short, "these diagnoses have fewer than three triples:\n" + "\n".join(short)


main()
