#!/usr/bin/python3
"""The table of privileges: what each process of the service holds, read from outside, and what it can do when somebody
else has taken it over, tried from inside by system calls that are injected into the live process.

    BAREME=build/dev/bin/bareme INJECT=build/dev/bin/inject python3 -m unittest test_roles.Root test_roles.Nobody
"""
import fcntl
import os
import re
import signal
import subprocess
import sys
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "faults"))
from service import ANSWERS, BAREME, ENDLESS, Service  # noqa: E402

INJECT = os.environ.get("INJECT", "inject")
NOBODY = 65534
AT_FDCWD = -100
NS_GET_PARENT = 0xB702
O_RDWR, O_CREAT, O_WRONLY = os.O_RDWR, os.O_CREAT, os.O_WRONLY
NR = {"mmap": 9, "ioctl": 16, "pwrite64": 18, "shmget": 29, "socket": 41, "clone": 56, "execve": 59, "kill": 62, "rename": 82,
      "ptrace": 101, "prctl": 157, "tgkill": 234, "openat": 257, "symlinkat": 266, "unshare": 272, "memfd_create": 319, "clone3": 435}

# One row: what is tried, the call, its arguments (a text in {} is filled in), then what the front gets and what a grader
# gets. "ok" is any result that is no error; None: not tried there.
ATTEMPTS = [
    ("read and write the database", "openat", (AT_FDCWD, "s:{database}", O_RDWR, 0), "ok", {"ENOENT", "ENOSYS"}),
    ("read the database", "openat", (AT_FDCWD, "s:{database}", 0, 0), "ok", {"ENOENT"}),
    ("the database through the front's root", "openat", (AT_FDCWD, "s:/proc/{front}/root{database}", 0, 0), None,
     {"EACCES"}),
    ("the database through the front's descriptors", "openat", (AT_FDCWD, "s:/proc/{front}/fd/9", 0, 0), None,
     {"EACCES"}),
    ("the supervisor's root", "openat", (AT_FDCWD, "s:/proc/{supervisor}/root", 0, 0), {"EACCES"}, {"EACCES"}),
    ("the supervisor's memory", "openat", (AT_FDCWD, "s:/proc/{supervisor}/mem", 0, 0), {"EACCES"}, {"EACCES"}),
    ("the memory of another", "openat", (AT_FDCWD, "s:/proc/{other}/mem", 0, 0), {"EACCES"}, {"EACCES"}),
    ("to write into its zygote", "openat", (AT_FDCWD, "s:/proc/{zygote}/mem", O_RDWR, 0), {"EACCES"}, {"ENOSYS"}),
    ("the passwords", "openat", (AT_FDCWD, "s:/etc/passwd", 0, 0), {"EACCES"}, {"ENOENT"}),
    ("the environment of process 1", "openat", (AT_FDCWD, "s:/proc/1/environ", 0, 0), {"EACCES"}, {"EACCES"}),
    ("the programs", "openat", (AT_FDCWD, "s:/usr/bin", 0, 0), {"EACCES"}, {"ENOENT"}),
    ("an exercise", "openat", (AT_FDCWD, "s:{exercise}", 0, 0), "ok", {"ENOENT"}),
    ("to write an exercise", "openat", (AT_FDCWD, "s:{exercise}", O_RDWR, 0), {"EACCES"}, {"ENOSYS"}),
    ("to make a file elsewhere", "openat", (AT_FDCWD, "s:/tmp/bareme-made", O_CREAT | O_WRONLY, 0o600), {"EACCES"},
     {"ENOSYS"}),
    ("to make a link in the data", "symlinkat", ("s:/etc", AT_FDCWD, "s:{data}/link"), {"EPERM"}, {"EPERM"}),
    ("to rename the database", "rename", ("s:{database}", "s:{database}.gone"), {"ENOSYS"}, {"ENOSYS"}),
    ("a network", "socket", (2, 1, 0), {"EPERM"}, {"EPERM"}),
    ("a local socket", "socket", (1, 1, 0), {"EPERM"}, {"EPERM"}),
    ("the kernel's own sockets", "socket", (16, 3, 0), {"EPERM"}, {"EPERM"}),
    ("to end the front", "kill", ("{front}", 9), None, {"EPERM"}),
    ("to end the supervisor", "kill", ("{supervisor}", 9), {"EPERM"}, {"EPERM"}),
    ("to end a thread of another", "tgkill", ("{other}", "{other}", 9), {"ENOSYS"}, {"ENOSYS"}),
    ("to end everybody", "kill", (-1, 9), {"EPERM"}, {"EPERM"}),
    ("a child", "clone", (17, 0, 0, 0, 0), {"ENOSYS"}, {"ENOSYS"}),
    ("a child in new namespaces", "clone", (0x7E020000 | 17, 0, 0, 0, 0), {"ENOSYS"}, {"ENOSYS"}),
    ("a child by the new call", "clone3", (0, 0), {"ENOSYS"}, {"ENOSYS"}),
    ("a page that is written and executed", "mmap", (0, 4096, 7, 0x22, -1, 0), {"ENOSYS"}, {"ENOSYS"}),
    ("a nameless file", "memfd_create", ("s:x", 0), {"EPERM"}, {"EPERM"}),
    ("shared memory", "shmget", (1, 4096, 0o1600), {"EPERM"}, {"EPERM"}),
    ("to type into the terminal", "ioctl", (1, 0x5412, "s:x"), {"ENOTTY"}, {"ENOTTY"}),
    ("to fill the disk through a lock", "pwrite64", (4, "s:x", 1, 0), None, {"EBADF"}),
    ("the same, the other lock", "pwrite64", (5, "s:x", 1, 0), None, {"EBADF"}),
    ("to give up its death signal", "prctl", (1, 0), {"ENOSYS"}, {"ENOSYS"}),
]
# These end the process at once; each costs a restart, so the others of the table are tried in throw-away processes
# (tests/unit/sandbox/role_test.c).
ENDED = [
    ("to execute", "execve", ("s:/bin/sh", 0, 0)),
    ("to trace", "ptrace", (16, "{other}", 0, 0)),
    ("a new namespace", "unshare", (0x10000000,)),
]
SANITIZED = "asan" in BAREME

CAPABILITIES = ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")
# chown, dac_override, kill, setgid, setuid, setpcap, sys_admin: what uid maps, groups and locks take.
SUPERVISOR_MAY = 1 << 0 | 1 << 1 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 21

# What a descriptor may be, by role. {data}, {log} and {exercises} are filled in.
COMMON = [r"/dev/null", r"socket:\[\d+\]", r"pipe:\[\d+\]", r"{log}"]
DESCRIPTORS = {
    "front": COMMON + [r"{data}/bareme\.db(-wal|-shm|-journal|\.lock)?( \(deleted\))?", r"{data}/run/service",
                       r"{exercises}(/.*)?", r"{data}", r"anon_inode:\[(eventfd|eventpoll|signalfd)\]"],
    "grader": COMMON + [r"{data}/run/(room|turnstile)", r"anon_inode:\[pidfd\]", r"/proc/\d+(/.*)?", r"/group",
                        r"/sys/fs/cgroup/.*/(memory\.(limit_in_bytes|usage_in_bytes|oom_control|max|current|events)"
                        r"|pids\.current)"],
    "zygote": [r"/dev/null", r"socket:\[\d+\]"],
}


def status(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return {key: value.strip() for key, value in (line.split(":", 1) for line in file)}


def namespace(pid, name):
    return os.readlink(f"/proc/{pid}/ns/{name}")


class As(Service):
    def __init__(self, user):
        super().__init__()
        self.user = user
        if user == "nobody":
            os.makedirs(self.data)
            os.chown(self.data, NOBODY, NOBODY)

    def command(self, *more):
        words = super().command(*more)
        if self.user == "root":
            return words
        return ["/usr/bin/setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--", *words]


class Table:
    user = None

    def setUp(self):
        self.assertEqual(os.geteuid(), 0, "this test attaches to processes of others: it needs root")
        self.service = As(self.user)
        self.addCleanup(self.service.close)
        options = os.environ.get("ASAN_OPTIONS")
        if self._testMethodName == "test_crash_while_marking":
            # A sanitized build would turn the signal into a report, which every other test must see.
            os.environ["ASAN_OPTIONS"] = f"{options or ''}:handle_segv=0".lstrip(":")
        try:
            self.service.start()
        finally:
            os.environ.pop("ASAN_OPTIONS", None)
            if options is not None:
                os.environ["ASAN_OPTIONS"] = options
        self.wait_for(2)

    def wait_for(self, graders):
        end = time.monotonic() + 60
        while True:
            try:
                code, found = self.service.call("GET", "/readyz", root="")
                if code == 200 and found["graders"] == graders:
                    return
            except (OSError, ValueError):
                pass
            self.assertLess(time.monotonic(), end, self.service.read_log())
            time.sleep(0.05)

    def roles(self):
        """{name: [pids]}; graders and zygotes in the order of their slots."""
        found = {"supervisor": [self.service.process.pid], "front": self.service.pids("front"),
                 "grader": sorted(self.service.pids("grader"), key=self.slot_of)}
        # A zygote belongs to the grader whose user namespace is around its own.
        zygotes = {self.around(pid): pid for pid in self.service.pids("zygote")}
        found["zygote"] = [zygotes[namespace(pid, "user")] for pid in found["grader"]]
        return found

    def slot_of(self, pid):
        return self.service.descendants()[pid][-1]

    def around(self, pid):
        """The user namespace around that of a process."""
        inner = os.open(f"/proc/{pid}/ns/user", os.O_RDONLY)
        try:
            outer = fcntl.ioctl(inner, NS_GET_PARENT)
        finally:
            os.close(inner)
        try:
            return os.readlink(f"/proc/self/fd/{outer}")
        finally:
            os.close(outer)

    def fill(self, word, role, roles):
        return str(word).format(
            database=self.service.database, data=self.service.data, supervisor=roles["supervisor"][0],
            front=roles["front"][0], zygote=roles["zygote"][0],
            other=roles["grader"][1] if role == "grader" else roles["grader"][0],
            exercise=os.path.join(self.service.exercises, "essai/double/exercise.json"))

    def inject(self, role, call, arguments, roles):
        words = [INJECT, str(roles[role][0]), str(NR[call]), *(self.fill(word, role, roles) for word in arguments)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout.strip()

    def marks_are_right(self, first):
        posted = {number: self.service.post(number) for number in range(first, first + 3)}
        self.assertNotIn(None, posted.values())
        self.assertEqual(set(self.service.wait_until_done()), {"graded"})
        for number, submission in posted.items():
            [(mark,)] = self.service.rows("SELECT report.mark FROM report JOIN job ON report.job = job.n JOIN submission"
                                          " ON job.submission = submission.n WHERE submission.id = ?", submission)
            self.assertEqual(mark, ANSWERS[number % len(ANSWERS)][1])

    # ---- read from outside ----

    def test_from_outside(self):
        self.held()
        self.namespaces()
        self.descriptors()
        self.database()

    def held(self):
        """Users, capabilities, filters."""
        roles = self.roles()
        self.assertEqual([len(roles[name]) for name in ("front", "grader", "zygote")], [1, 2, 2])
        uids = {name: [status(pid)["Uid"].split() for pid in pids] for name, pids in roles.items()}
        for name, several in uids.items():
            for four in several:
                self.assertEqual(len(set(four)), 1, (name, four))
        flat = {name: [four[0] for four in several] for name, several in uids.items()}
        if self.user == "root":
            self.assertEqual(flat["supervisor"], ["0"])
            self.assertEqual(flat["zygote"], flat["grader"])
            self.assertEqual(len(set(flat["front"] + flat["grader"] + flat["supervisor"])), 4, flat)
        else:
            self.assertEqual({uid for several in flat.values() for uid in several}, {str(NOBODY)})
        for name in ("front", "grader"):
            for pid in roles[name]:
                fields = status(pid)
                self.assertEqual({key: int(fields[key], 16) for key in CAPABILITIES}, dict.fromkeys(CAPABILITIES, 0), name)
                self.assertEqual((fields["NoNewPrivs"], fields["Seccomp"]), ("1", "2"), name)
                if self.user == "root":
                    self.assertEqual(fields["Groups"], "", name)
                with open(f"/proc/{pid}/limits", encoding="utf-8") as file:
                    self.assertRegex(file.read(), r"Max core file size +0 +0")
                # Not dumpable: its own files in /proc are root's.
                self.assertEqual(os.stat(f"/proc/{pid}/fd").st_uid, 0, name)
        for pid in roles["zygote"]:
            self.assertEqual(status(pid)["NoNewPrivs"], "1")
        supervisor = status(roles["supervisor"][0])
        may = SUPERVISOR_MAY if self.user == "root" else 0
        for key in ("CapPrm", "CapEff", "CapInh", "CapAmb") + (("CapBnd",) if self.user == "root" else ()):
            self.assertEqual(int(supervisor[key], 16) & ~may, 0, key)

    def namespaces(self):
        roles = self.roles()
        host = roles["supervisor"][0]
        for name, own in (("front", ("user", "net", "ipc", "uts")), ("grader", ("user", "net", "ipc", "uts", "mnt")),
                          ("zygote", ("user", "net", "ipc", "uts", "mnt"))):
            for kind in own:
                seen = [namespace(pid, kind) for pid in roles[name]]
                self.assertEqual(len({*seen, namespace(host, kind)}), len(seen) + 1, (name, kind))
        for pid in roles["grader"]:
            # On v2 a run is born into its group by a descriptor of that folder, and the grader opens it from within.
            v2 = os.path.exists(f"/proc/{pid}/root/group/cgroup.kill")
            self.assertEqual(sorted(os.listdir(f"/proc/{pid}/root")), ["group", "proc"] if v2 else ["proc"])
            with open(f"/proc/{pid}/mountinfo", encoding="utf-8") as file:
                for line in file:
                    self.assertRegex(line.split()[5], r"^ro,nosuid,nodev,noexec\b", line)

    def descriptors(self):
        roles = self.roles()
        escaped = {"data": re.escape(self.service.data), "log": re.escape(self.service.log.name),
                   "exercises": re.escape(self.service.exercises)}
        with open("/proc/net/tcp", encoding="utf-8") as file:
            networked = {line.split()[9] for line in file}
        for name, allowed in DESCRIPTORS.items():
            patterns = [pattern if r"\d{" in pattern else pattern.format(**escaped) if "{" in pattern else pattern
                        for pattern in allowed]
            for pid in roles[name]:
                for fd in os.listdir(f"/proc/{pid}/fd"):
                    try:
                        target = os.readlink(f"/proc/{pid}/fd/{fd}")
                    except FileNotFoundError:
                        continue
                    self.assertTrue(any(re.fullmatch(pattern, target) for pattern in patterns), (name, fd, target))
                    inode = re.fullmatch(r"socket:\[(\d+)\]", target)
                    if name != "front" and inode:
                        self.assertNotIn(inode[1], networked, (name, fd))

    def database(self):
        roles = self.roles()
        about = os.stat(self.service.database)
        self.assertEqual(str(about.st_uid), status(roles["front"][0])["Uid"].split()[0])
        self.assertEqual(os.stat(self.service.data).st_mode & 0o777, 0o700)
        for name in ("supervisor", "grader", "zygote"):
            for pid in roles[name]:
                with open(f"/proc/{pid}/maps", encoding="utf-8") as file:
                    self.assertNotIn("bareme.db", file.read(), name)

    # ---- tried from inside ----

    def test_taken_over(self):
        roles = self.roles()
        for what, call, arguments, front, grader in ATTEMPTS:
            for role, wanted in (("front", front), ("grader", grader)):
                if wanted is None or (SANITIZED and call == "prctl"):
                    continue
                with self.subTest(role=role, what=what):
                    got = self.inject(role, call, arguments, roles)
                    if wanted == "ok":
                        self.assertRegex(got, r"^ok \d+$")
                    else:
                        self.assertIn(got, wanted)
        self.assertFalse(os.path.exists("/tmp/bareme-made"))
        self.marks_are_right(0)

    def test_ended_at_once(self):
        """Whoever asks for that dies of it, the supervisor starts another, and no mark is lost or wrong."""
        for what, call, arguments in ENDED:
            if SANITIZED and call == "ptrace":
                continue
            for role in ("front", "grader"):
                with self.subTest(role=role, what=what):
                    roles = self.roles()
                    before = roles[role][0]
                    self.assertEqual(self.inject(role, call, arguments, roles), f"killed {int(signal.SIGSYS)}")
                    end = time.monotonic() + 30
                    while before in self.service.pids(role):
                        self.assertLess(time.monotonic(), end)
                        time.sleep(0.02)
                    self.wait_for(2)
        self.marks_are_right(10)

    def test_crash_while_marking(self):
        """A grader that falls over an answer: the job is tried again by another, and counted once."""
        submission = self.service.post(100, code=ENDLESS)
        end = time.monotonic() + 30
        while not (busy := [pid for pid in self.roles()["grader"] if self.has_run(pid)]):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.01)
        os.kill(busy[0], signal.SIGSEGV)
        self.assertEqual(self.service.wait_until_done(), {"graded": 1})
        self.assertEqual(self.service.rows("SELECT count(DISTINCT report.job), max(report.mark), max(job.kills) FROM report"
                                           " JOIN job ON report.job = job.n"), [(1, 0, 1)])
        self.assertEqual(self.service.call("GET", f"/submissions/{submission}")[1]["state"], "graded")
        self.marks_are_right(20)

    def has_run(self, grader):
        for fd in os.listdir(f"/proc/{grader}/fd"):
            try:
                if os.readlink(f"/proc/{grader}/fd/{fd}") == "anon_inode:[pidfd]":
                    return True
            except FileNotFoundError:
                pass
        return False


class Root(Table, unittest.TestCase):
    user = "root"


class Nobody(Table, unittest.TestCase):
    user = "nobody"


if __name__ == "__main__":
    unittest.main()
