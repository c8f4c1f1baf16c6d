#!/usr/bin/python3
"""docs/exercise-format.md speaks of every key that `bareme schema` knows, and of every value that a key is limited to.

    documented.py ROOT BINARY"""
import json
import os
import re
import subprocess
import sys


def words(node):
    """Every property name and every listed value of a JSON Schema."""
    if isinstance(node, list):
        for item in node:
            yield from words(item)
    elif isinstance(node, dict):
        yield from node.get("properties", {})
        yield from (value for value in node.get("enum", []) if isinstance(value, str))
        for value in node.values():
            yield from words(value)


def main(arguments):
    root, binary = arguments
    schema = json.loads(subprocess.run([binary, "schema"], capture_output=True, text=True, check=True, timeout=60).stdout)
    with open(os.path.join(root, "docs/exercise-format.md"), encoding="utf-8") as file:
        page = file.read()
    known = sorted(set(words(schema)))
    quoted = set(re.findall(r"[\w$.-]+", " ".join(re.findall(r"`[^`\n]+`|```.*?```", page, re.S))))
    missing = [word for word in known if word not in quoted]
    for word in missing:
        print(f"docs/exercise-format.md says nothing of `{word}`")
    print(f"{len(known)} words of the schema, {len(missing)} not documented")
    return 1 if missing or len(known) < 30 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
