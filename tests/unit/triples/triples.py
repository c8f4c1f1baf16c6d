"""Each diagnosis of a family of kinds stands in three triples at least: rows of its unit tests, wrong answers of exercises.

    triples.py ROOT TESTS TABLE... [--section PREFIX]... [--not REGEX] [--at-least COUNT]

TESTS is a folder of *_test.c, a TABLE a C file with messages, both below ROOT. The diagnoses are the codes below the comments
of a table that begin with "What is wrong" or another PREFIX, but for those that REGEX matches whole. COUNT guards against a
table that is no longer understood.
"""
import argparse
import collections
import json
import pathlib
import re

LEAST = 3


def diagnoses(source, sections, out):
    """The codes of one table of messages that say what is wrong with an answer."""
    section = ""
    for match in re.finditer(r'/\* (.*?) \*/|^\t\{ "([a-z0-9-]+)",', source, re.DOTALL | re.MULTILINE):
        if match[1]:
            section = match[1]
        elif section.startswith(sections) and not out.fullmatch(match[2]):
            yield match[2]


def said(exercise):
    """The codes that the wrong answers of an exercise must get."""
    for wrong in exercise.get("wrong", []):
        if isinstance(wrong, dict):
            yield from wrong.get("says", {}).values()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("tests")
    parser.add_argument("tables", nargs="+")
    parser.add_argument("--section", action="append", default=[])
    parser.add_argument("--not", dest="out", type=re.compile, default=re.compile("row-.*"))
    parser.add_argument("--at-least", type=int, default=1)
    asked = parser.parse_args()
    count = collections.Counter()
    for path in (asked.root / asked.tests).glob("*_test.c"):
        count.update(re.findall(r'"([a-z0-9-]+)"', path.read_text(encoding="utf-8")))
    for path in (asked.root / "exercises").glob("*/*/exercise.json"):
        count.update(said(json.loads(path.read_text(encoding="utf-8"))))
    sections = ("What is wrong", *asked.section)
    codes = [code for table in asked.tables
             for code in diagnoses((asked.root / table).read_text(encoding="utf-8"), sections, asked.out)]
    short = [f"{code}: {count[code]}" for code in codes if count[code] < LEAST]
    assert len(codes) >= asked.at_least, f"only {len(codes)} diagnoses are found in the tables of messages"
    assert not short, "these diagnoses have fewer than three triples:\n" + "\n".join(short)


main()
