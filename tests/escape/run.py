"""Every hostile answer of the corpus through the real grader: run.py --profile shipped|open --as root|user [NAME…]

Two slots, each with a grader that stays. Slot 0 marks the hostile answer while slot 1 marks an honest one; then slot 0
marks an honest one. Around each: the outcome that the answer's row asks for, and nothing left behind (leaks.py).

The whole is done in a folder that any user can read, by this same file started again, some times at once (a lane each, with
its share of the rows, for many answers only wait); as a user, under a uid that is nobody's and this lane's alone.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import leaks
import manifest
import slot

LANES = 4
INTERPRETERS = {"shipped": "bareme-python", "open": "bareme-python-open"}
HONEST = {"function": ("ok_function", "ok_stdlib_mix"), "program": ("ok_program", "ok_stderr_noise")}


# How many times slower than the machines that the table's limits are for: an emulated one is (scripts/test-v2).
SLOWNESS = int(os.environ.get("ESCAPE_SLOWNESS", "1"))


def numbers(profile, lane):
    """The first slot and the uid of a lane: no other lane or test has the same, another working copy hardly."""
    copy = zlib.crc32(os.environ["ESCAPE_DRIVER"].encode()) % 5
    row = sorted(INTERPRETERS).index(profile)
    # Above the slots that a command line draws (engine/cli/src/desk_top.c).
    return 904 + 16 * copy + 8 * row + 2 * lane, 1870030000 + 1000 * row + 10 * copy + lane


def set_stage(folder, profile):
    """Copies what is needed to where every user can read it; the exercises once for each CPU limit that a row asks for."""
    os.chmod(folder, 0o755)
    shutil.copy(os.environ["ESCAPE_DRIVER"], os.path.join(folder, "driver"))
    python = os.path.join(os.path.dirname(os.environ["ESCAPE_DRIVER"]), INTERPRETERS[profile])
    shutil.copy(python, os.path.join(folder, "python"))
    shutil.copytree(os.path.join(HERE, "corpus"), os.path.join(folder, "corpus"))
    for kind, cpu_ms in {(row.kind, row.cpu_ms) for row in manifest.read(os.path.join(folder, "corpus"))} | {
            (kind, manifest.DEFAULT_CPU_MS) for kind in HONEST}:
        copy = os.path.join(folder, "%s.%d" % (kind, cpu_ms))
        shutil.copytree(os.path.join(HERE, "exercises", kind), copy)
        path = os.path.join(copy, "exercise.json")
        with open(path, encoding="utf-8") as file:
            exercise = json.load(file)
        exercise["questions"][0]["limits"]["cpu_ms"] = min(cpu_ms * SLOWNESS, 60000)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(exercise, file)
    for path, _, names in os.walk(folder):
        os.chmod(path, 0o755)
        for name in names:
            os.chmod(os.path.join(path, name), 0o755 if name in ("driver", "python") else 0o644)


class Bench:
    def __init__(self, stage, profile, user, first):
        self.stage, self.profile, self.user = stage, profile, user
        self.failures = self.marked = 0
        self.slots = [slot.Slot(self.path("driver"), self.path("python"), first + i) for i in range(2)]
        known = {os.getpid()}
        for each in self.slots:
            known |= each.pids
        self.known = known
        self.uids = {each.place[uid] for each in self.slots for uid in ("owner_uid", "run_uid")}

    def path(self, *names):
        return os.path.join(self.stage, *names)

    def exercise(self, kind, cpu_ms=manifest.DEFAULT_CPU_MS):
        return self.path("%s.%d" % (kind, cpu_ms))

    def answer(self, name):
        return self.path("corpus", name + ".py")

    def look_around(self, table=None):
        """What is not of one slot, and may be asked only while both rest."""
        return {
            "processes of these uids": leaks.strangers(self.uids, self.known, [], table),
            "files": leaks.files(self.uids),
            "IPC objects": leaks.ipc(self.uids),
            "keys": leaks.keys(self.uids),
        }

    def fail(self, name, expected, seen):
        self.failures += 1
        print("FAILED %s (%s interpreter, as %s)\n  expected: %s\n  seen: %s" % (
            name, self.profile, self.user, expected, str(seen)[:1000]), flush=True)

    def honest(self, number, row, turn, when):
        names = HONEST[row.kind]
        name = names[turn % len(names)]
        report = self.slots[number].receive()
        if not manifest.accepted(report):
            self.fail(row.name, "%s, %s, accepted" % (name, when), manifest.summary(report))

    def begin_honest(self, number, row, turn):
        names = HONEST[row.kind]
        self.slots[number].send(self.exercise(row.kind), self.answer(names[turn % len(names)]))

    def warm(self):
        """The first jobs of a slot open what it then keeps; a baseline is what stands after them."""
        for each in self.slots:
            for kind, names in HONEST.items():
                for name in names:
                    each.send(self.exercise(kind), self.answer(name))
                    report = each.receive()
                    if not manifest.accepted(report):
                        self.fail(name, "accepted", manifest.summary(report))
        self.before = [each.look() for each in self.slots]
        self.around = self.look_around()
        for what, value in self.around.items():
            if value:
                self.fail("before all", "no " + what, value)

    def mark(self, row, turn):
        hostile = self.slots[0]
        hostile.send(self.exercise(row.kind, row.cpu_ms), self.answer(row.name))
        self.begin_honest(1, row, turn)
        report = hostile.receive()
        left = leaks.difference(self.before[0], hostile.look())
        for wrong in manifest.judge(row, report, self.profile, self.user):
            self.fail(row.name, wrong, manifest.summary(report))
        self.honest(1, row, turn, "beside it")
        self.begin_honest(0, row, turn)
        self.honest(0, row, turn, "after it on the same slot")
        table = leaks.processes()
        left += leaks.difference(self.before[0], hostile.look(table))
        left += leaks.difference(self.before[1], self.slots[1].look(table))
        left += leaks.difference(self.around, self.look_around(table))
        for what in left:
            self.fail(row.name, "nothing left behind", what)
        self.marked += 1

    def end(self):
        known = {os.getpid()}
        for each in self.slots:
            for what in each.close():
                self.fail("the end", "nothing left", what)
        for what in (leaks.strangers(self.uids, known, [os.getpid()]), leaks.files(self.uids, 3),
                     leaks.ipc(self.uids), leaks.keys(self.uids)):
            if what:
                self.fail("the end", "nothing left", what)


def attack(options):
    """One lane, here."""
    rows = manifest.read(os.path.join(options.stage, "corpus"))
    rows = [row for row in rows if not options.only or row.name in options.only][options.lane::LANES]
    bench = Bench(options.stage, options.profile, options.user, numbers(options.profile, options.lane)[0])
    begun, slowest, row = time.monotonic(), (0, "none"), None
    try:
        bench.warm()
        for turn, row in enumerate(rows):
            at = time.monotonic()
            bench.mark(row, turn)
            slowest = max(slowest, (time.monotonic() - at, row.name))
    except slot.Broken as error:
        bench.fail(row.name if row else "before all", "a grader that goes on", error)
    bench.end()
    print("%d programs, %d failures, %.0f s, slowest %s (%.1f s); isolation %s" % (
        bench.marked, bench.failures, time.monotonic() - begun, slowest[1], slowest[0],
        bench.slots[0].place["isolation"]), flush=True)
    return 1 if bench.failures or bench.marked != len(rows) else 0


def become(uid):
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def start_lane(stage, options, lane):
    again = [sys.executable, "-B", os.path.join(stage, "escape", "run.py"), "--profile", options.profile, "--as",
             options.user, "--stage", stage, "--lane", str(lane), *options.only]
    drop = options.user == "user" and os.geteuid() == 0
    uid = numbers(options.profile, lane)[1]
    return subprocess.Popen(again, cwd=stage, preexec_fn=(lambda: become(uid)) if drop else None)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", choices=sorted(INTERPRETERS), required=True)
    parser.add_argument("--as", dest="user", choices=("root", "user"), required=True)
    parser.add_argument("--stage", help=argparse.SUPPRESS)
    parser.add_argument("--lane", type=int, help=argparse.SUPPRESS)
    parser.add_argument("only", nargs="*")
    options = parser.parse_args()
    if options.stage:
        return attack(options)
    names = [row.name for row in manifest.read(os.path.join(HERE, "corpus"))]
    if not set(options.only) <= set(names):
        parser.error("not in the corpus: %s" % sorted(set(options.only) - set(names)))
    if options.user == "root" and os.geteuid() != 0:
        print("the part as root needs root")
        return 1
    stage = tempfile.mkdtemp(prefix="bareme-escape-")
    try:
        set_stage(stage, options.profile)
        shutil.copytree(HERE, os.path.join(stage, "escape"), ignore=shutil.ignore_patterns("corpus", "__pycache__"))
        lanes = [start_lane(stage, options, lane) for lane in range(LANES)]
        return max(lane.wait() for lane in lanes)
    finally:
        shutil.rmtree(stage)


if __name__ == "__main__":
    sys.exit(main())
