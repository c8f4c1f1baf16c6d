#!/usr/bin/python3
"""The smallest exercise, as both READMEs print it, is a right exercise: readme.py ROOT [BINARY]

The files are cut out of the page (each follows a comment "example: NAME"), proved by prove.py and, with
the binary, by `bareme check` and `bareme grade`."""
import os
import re
import subprocess
import sys
import tempfile

import prove


def cut_out(page):
    with open(page, encoding="utf-8") as file:
        text = file.read()
    return dict(re.findall(r"<!-- example: (\S+) -->\n```\w+\n(.*?)```\n", text, re.S))


def try_page(page, binary):
    files = cut_out(page)
    if set(files) != {"exercise.json", "statement.fr.md", "solution.py", "wrong/zero.py"}:
        return [f"{page}: found only {sorted(files)}"]
    if files["exercise.json"].count("\n") != 12:
        return [f"{page}: announced 12 lines of JSON, printed {files['exercise.json'].count(chr(10))}"]
    faults = []
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "maximum")
        for name, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        for what, answers, _, mark, fails in prove.Exercise(folder).rows():
            if prove.Exercise(folder).mark(answers) != (mark, fails):
                faults.append(f"{page}: {what} does not get what is announced")
        if binary:
            commands = [(["check", folder], 0), (["grade", folder, folder + "/solution.py"], 0),
                        (["grade", folder, folder + "/wrong/zero.py"], 1)]
            for command, status in commands:
                done = subprocess.run([binary, *command], capture_output=True, text=True, timeout=120, check=False)
                if done.returncode != status:
                    faults.append(f"{page}: bareme {command[0]}: exit status {done.returncode}, not {status}: "
                                  + (done.stdout + done.stderr)[:400])
    return faults


def main(arguments):
    root, binary = arguments[0], arguments[1] if len(arguments) > 1 else None
    faults = [fault for page in ("README.md", "README.fr.md") for fault in try_page(os.path.join(root, page), binary)]
    print("\n".join(faults) or "both READMEs are true")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
