#!/usr/bin/python3
"""Sums ctest's JUnit reports, given as PRESET=PATH, into one last line: "N passed, N failed".

What did not run counts as failed: a skipped, disabled or unbuilt test, a missing report, an empty one."""
import sys
import xml.etree.ElementTree as xml


def count(path):
    try:
        cases = xml.parse(path).getroot().findall("testcase")
    except (OSError, xml.ParseError) as error:
        return 0, [f"no report ({error})"]
    if not cases:
        return 0, ["no test was found"]
    failed = [f"{case.get('name')} ({case.get('status')})" for case in cases
              if case.get("status") != "run" or case.find("failure") is not None or case.find("skipped") is not None]
    return len(cases) - len(failed), failed


def main(arguments):
    passed, failed = 0, 0
    for argument in arguments:
        preset, _, path = argument.partition("=")
        good, bad = count(path)
        for name in bad:
            print(f"FAILED {preset}: {name}")
        print(f"{preset}: {good} passed, {len(bad)} failed")
        passed += good
        failed += len(bad)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
