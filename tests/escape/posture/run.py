"""Runs one of this folder's tests where anybody may read it, as root or as nobody.

    run.py --as root|user TEST.py PROGRAM...    each PROGRAM of the build is copied beside the test
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
NOBODY = 65534
# What a run must not inherit is there to be inherited.
OPENED = {"RLIMIT_CORE": 0, "RLIMIT_STACK": 8 << 20, "RLIMIT_SIGPENDING": 64, "RLIMIT_MEMLOCK": 0,
          "RLIMIT_MSGQUEUE": 0}


def open_limits():
    for name, bound in OPENED.items():
        number = getattr(resource, name, {"RLIMIT_SIGPENDING": 11}.get(name, 12))
        soft, hard = resource.getrlimit(number)
        if 0 <= hard <= bound:
            resource.setrlimit(number, (soft, bound + 4096))


def main(arguments):
    user, test, programs = arguments[1], arguments[2], arguments[3:]
    names = [name for name in os.listdir(HERE) if name.endswith(".py")]
    with tempfile.TemporaryDirectory(prefix="bareme-posture-") as folder:
        os.chmod(folder, 0o755)
        for path in [os.path.join(HERE, name) for name in names] + programs:
            copy = shutil.copy(path, folder)
            os.chmod(copy, 0o755)
        who = {}
        if user == "user" and os.geteuid() == 0:
            who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            os.chown(folder, NOBODY, NOBODY)
        open_limits()
        return subprocess.run(["/usr/bin/python3", "-B", os.path.join(folder, test)], cwd=folder, **who).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
