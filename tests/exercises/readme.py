#!/usr/bin/python3
"""The smallest exercise, as both READMEs print it, is a right exercise, and its marking prints what they show.

    readme.py ROOT                     the exercise, by prove.py
    readme.py ROOT BINARY              also by `bareme check` and `bareme grade`, and the printed report
    readme.py ROOT BINARY --write      writes the true report into both pages

The files are cut out of the page: each follows a comment "example: NAME"."""
import os
import re
import subprocess
import sys
import tempfile

import prove

OUTPUT = re.compile(r"(<!-- grade output: begin[^\n]*-->\n```text\n)(.*?)(```\n<!-- grade output: end -->)", re.S)
LOCALES = {"README.md": "en", "README.fr.md": "fr"}


def run(binary, place, page, *command):
    language = LOCALES[os.path.basename(page)]
    environment = {"PATH": "/usr/bin:/bin", "LANG": language, "LC_ALL": language, "LANGUAGE": language, "NO_COLOR": "1"}
    return subprocess.run([binary, *command], cwd=place, env=environment, capture_output=True, text=True, encoding="utf-8",
                          timeout=120, check=False)


def try_engine(page, text, binary, place, write):
    for command, status in (
            (["check", "exercises/maximum"], 0), (["grade", "maximum", "exercises/maximum/solution.py"], 0)):
        done = run(binary, place, page, *command)
        if done.returncode != status:
            yield f"{page}: bareme {command[0]}: exit status {done.returncode}: " + (done.stdout + done.stderr)[:400]
    done = run(binary, place, page, "grade", "maximum", "exercises/maximum/wrong/zero.py")
    printed = OUTPUT.search(text)
    if done.returncode != 1:
        yield f"{page}: the wrong answer: exit status {done.returncode}: " + (done.stdout + done.stderr)[:400]
    elif not printed:
        yield f"{page}: no block for the report"
    elif write:
        with open(page, "w", encoding="utf-8") as file:
            file.write(OUTPUT.sub(lambda match: match.group(1) + done.stdout + match.group(3), text))
    elif printed.group(2) != done.stdout:
        yield f"{page}: bareme prints another report now (readme.py ROOT BINARY --write puts it in):\n{done.stdout}"


def try_page(page, binary, write):
    with open(page, encoding="utf-8") as file:
        text = file.read()
    files = dict(re.findall(r"<!-- example: (\S+) -->\n```\w+\n(.*?)```\n", text, re.S))
    if set(files) != {"exercise.json", "statement.fr.md", "solution.py", "wrong/zero.py"}:
        return [f"{page}: found only {sorted(files)}"]
    faults = []
    if files["exercise.json"].count("\n") != 12:
        faults.append(f"{page}: announced 12 lines of JSON, printed {files['exercise.json'].count(chr(10))}")
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "exercises", "maximum")
        for name, content in files.items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        exercise = prove.Exercise(folder)
        for what, answers, _, mark, fails in exercise.rows():
            if exercise.mark(answers) != (mark, fails):
                faults.append(f"{page}: {what} does not get what is announced")
        if binary:
            faults += try_engine(page, text, os.path.abspath(binary), place, write)
    return faults


def main(arguments):
    write = "--write" in arguments
    arguments = [argument for argument in arguments if argument != "--write"]
    root, binary = arguments[0], arguments[1] if len(arguments) > 1 else None
    faults = [fault for page in LOCALES for fault in try_page(os.path.join(root, page), binary, write)]
    print("\n".join(faults) or "both READMEs are true")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
