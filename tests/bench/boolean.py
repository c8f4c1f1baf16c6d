#!/usr/bin/python3
"""`bareme bench boolean` measures every row, checks what it measures, and does without SymPy and qmc.

    boolean.py BAREME
"""
import json
import subprocess
import sys

ROWS = ["equivalence-4", "equivalence-8", "equivalence-12", "equivalence-16", "forms-4", "forms-5", "forms-6",
        "answer-minimal", "answer-redundant", "answer-mistake", "answer-lost", "derivation-10"]


def run(*options):
    command = [sys.argv[1], "bench", "boolean", "--rounds", "5", "--seconds", "0", *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env={"LC_ALL": "en"})
    return done.stdout


figures = json.loads(run("--json"))
assert list(figures) == (["sympy"] if "sympy" in figures else []) + ROWS, list(figures)
for name in ROWS:
    row = figures[name]
    assert row["count"] == 5 and 0 < row["median_us"] <= row["p95_us"], (name, row)
    assert (row["sympy_us"] is None) == ("sympy" not in figures), (name, row)
    assert row["qmc_us"] is None or row["qmc_us"] > 0, (name, row)
text = run()
assert text.count("µs") >= 2 * len(ROWS), text
assert ("SymPy is not installed" in text) == ("sympy" not in figures), text
