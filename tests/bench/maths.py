#!/usr/bin/python3
"""`bareme bench maths` measures every row at the size of an exam and at a cap, with answers that are read and are wrong.

    maths.py BAREME
"""
import json
import subprocess
import sys

KINDS = {"number", "base", "schedule", "set", "relation", "mapping", "matrix", "choice", "text"}
WITHOUT_CAP = {"steps", "sequence", "graph"}


def run(*options):
    command = [sys.argv[1], "bench", "maths", "--rounds", "5", *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env={"LC_ALL": "en"})
    return done.stdout


figures = json.loads(run("--json"))
for name, row in figures.items():
    assert row["count"] == 5 and 0 < row["median_us"] <= row["p95_us"], (name, row)
for cap in (False, True):
    measured = {row["kind"] for row in figures.values() if row["cap"] == cap}
    wanted = KINDS if cap else KINDS | WITHOUT_CAP
    assert wanted <= measured, (cap, wanted - measured)
text = run()
assert text.count("µs") >= 2 * len(figures), text
