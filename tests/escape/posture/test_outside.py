"""A live run, looked at from outside, against reviewed lists: nothing here is the product's own check.

Every value below is what a run must show. Where the machine gives less (no Landlock, no control group, one uid for
all) the slot says so, and what it says is tested too.
"""
import os
import re
import select
import signal
import stat
import sys
import time
import unittest

from holder import Holder

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.geteuid() == 0
SLOT = 41 if ROOT else 42
MEMORY_MB, CPU_MS = 64, 2000
LIBRARY = "/usr/lib/python%d.%d" % sys.version_info[:2]

STATUS = {
    "NoNewPrivs": "1", "Seccomp": "2", "Threads": "1", "TracerPid": "0", "SigBlk": "0" * 16,
    **{"Cap" + kind: "0" * 16 for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")},
}
# Both halves. None: as inherited, nothing in a run gains by it (the address space and the group bound memory).
LIMITS = {
    "Max cpu time": 600 + CPU_MS // 100, "Max file size": 0, "Max data size": None, "Max stack size": 8 << 20,
    "Max core file size": 0, "Max resident set": None, "Max processes": 1, "Max open files": 64,
    "Max locked memory": 0, "Max address space": "base", "Max file locks": None, "Max pending signals": 64,
    "Max msgqueue size": 0, "Max nice priority": 0, "Max realtime priority": 0, "Max realtime timeout": None,
}
# Where, what kind, its options, what its superblock bounds.
MOUNTS = [
    ("/", "tmpfs", {"ro", "nosuid", "nodev", "noexec"}, {"size=64k", "nr_inodes=32", "mode=755"}),
    (LIBRARY, None, {"ro", "nosuid", "nodev", "noexec", "nosymfollow"}, set()),
    ("/tmp", "tmpfs", {"ro", "nosuid", "nodev", "noexec", "nosymfollow"}, {"size=1028k", "nr_inodes=128", "mode=755"}),
]
OPEN_OPTIONS = {"rw", "suid", "dev", "exec", "symfollow"}
ROOM = {"": {"tmp", "usr"}, "usr": {"lib"}, "usr/lib": {os.path.basename(LIBRARY)}, "tmp": {"notes.txt"}}
# Each its own, the zygote's, or everybody's: the last two kinds give a process nothing that it could use.
NAMESPACES = {"pid": "own", "mnt": "own", "ipc": "own", "user": "zygote", "net": "zygote", "uts": "zygote",
              "cgroup": "ours", "time": "ours"}
# Kind and access mode of each.
DESCRIPTORS = {"0": ("pipe", os.O_RDONLY), "1": ("pipe", os.O_WRONLY), "2": ("pipe", os.O_WRONLY),
               "3": ("socket", os.O_RDWR)}
# What the run itself finds when it asks: Landlock hides what the mounts would show.
INSIDE = """
import os
def ask(what, *args):
    try:
        return what(*args) and 'works'
    except OSError as error:
        return type(error).__name__ + ' ' + str(error.errno)
for what, path in (os.listdir, '/'), (os.listdir, '/usr'), (os.listdir, '/usr/lib'), (os.listdir, LIBRARY), \\
        (os.listdir, '/tmp'), (open, 'notes.txt'), (os.stat, '/proc'), (os.stat, '/dev'), (os.stat, '/etc'):
    print(what.__name__, path, ask(what, path))
print('write', ask(open, 'new.txt', 'w'), ask(open, 'notes.txt', 'r+'), ask(os.mkdir, 'd'), ask(os.unlink, 'notes.txt'))
print(os.getcwd(), os.getpid(), os.getppid(), os.getuid() == os.geteuid(), sorted(os.environ))
""".replace("LIBRARY", repr(LIBRARY))
SEEN_INSIDE = """listdir / {hidden}
listdir /usr {hidden}
listdir /usr/lib {hidden}
listdir {library} works
listdir /tmp works
open notes.txt works
stat /proc FileNotFoundError 2
stat /dev FileNotFoundError 2
stat /etc FileNotFoundError 2
write OSError 30 OSError 30 OSError 30 OSError 30
/tmp 1 0 True ['LANG', 'TZ']
"""


def read(pid, name):
    with open("/proc/%s/%s" % (pid, name), encoding="utf-8") as file:
        return file.read()


def fields(pid):
    return dict(line.split(":\t", 1) for line in read(pid, "status").splitlines() if ":\t" in line)


def namespaces(pid):
    return {name: os.stat("/proc/%s/ns/%s" % (pid, name)).st_ino for name in NAMESPACES}


def zygote_descriptors(pid):
    """Its own four: it closes what it handed to the new run a moment after that stands."""
    folder, end = "/proc/%d/fd/" % pid, time.monotonic() + 60
    while True:
        try:
            seen = {name: os.readlink(folder + name) for name in os.listdir(folder)}
        except FileNotFoundError:
            continue
        if len(seen) <= len(DESCRIPTORS) or time.monotonic() > end:
            return seen
        time.sleep(0.01)


class LiveRun(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = Holder(os.path.join(HERE, "holder"), os.path.join(HERE, "bareme-python"), SLOT)
        cls.place = cls.holder.place
        cls.apart = cls.place["run_uid"] != cls.place["owner_uid"]

    @classmethod
    def tearDownClass(cls):
        assert cls.holder.close() == 0

    def setUp(self):
        self.pid = self.holder.start(MEMORY_MB, CPU_MS)

    def tearDown(self):
        self.holder.end()

    def test_status(self):
        seen = fields(self.pid)
        self.assertEqual({name: seen[name].strip() for name in STATUS}, STATUS)
        self.assertEqual(int(seen["Seccomp_filters"]), int(fields("self")["Seccomp_filters"]) + 1)
        self.assertRegex(seen["NSpid"], r"\t1$", "the first of its namespace")
        self.assertEqual(int(seen["SigCgt"], 16), 0)

    def test_identity(self):
        seen = fields(self.pid)
        self.assertEqual(self.apart, ROOT, "as root a run has a uid of its own, otherwise there is one")
        uid = self.place["run_uid"] if ROOT else os.geteuid()
        gid = self.place["run_uid"] if ROOT else os.getegid()
        self.assertEqual(seen["Uid"].split(), [str(uid)] * 4)
        self.assertEqual(seen["Gid"].split(), [str(gid)] * 4)
        self.assertEqual(seen["Groups"].split(), [])
        if ROOT:
            grader = {0, os.getuid(), self.place["owner_uid"]}
            self.assertNotIn(uid, grader)
            self.assertEqual(fields(self.holder.zygote)["Uid"].split(), [str(self.place["owner_uid"])] * 4)
            # What is not dumpable belongs to the owner of its namespace: the run may not open its own.
            self.assertEqual(os.stat("/proc/%d/environ" % self.pid).st_uid, self.place["owner_uid"])

    def test_namespaces(self):
        run, zygote, ours = namespaces(self.pid), namespaces(self.holder.zygote), namespaces("self")
        self.assertEqual(set(os.listdir("/proc/self/ns")) - {"pid_for_children", "time_for_children"}, set(NAMESPACES))
        for name, whose in NAMESPACES.items():
            with self.subTest(namespace=name):
                self.assertEqual(run[name] == zygote[name], whose != "own")
                self.assertEqual(run[name] == ours[name], whose == "ours")

    def test_mounts(self):
        lines = [line.split(" - ") for line in read(self.pid, "mountinfo").splitlines()]
        self.assertEqual([line[0].split()[4] for line in lines], [mount[0] for mount in MOUNTS])
        for (left, right), (point, kind, options, bounds) in zip(lines, MOUNTS):
            with self.subTest(mount=point):
                seen = set(left.split()[5].split(","))
                self.assertEqual((options - seen, OPEN_OPTIONS & seen), (set(), set()))
                self.assertIn(right.split()[0], {kind} if kind else {right.split()[0]})
                self.assertEqual(bounds - set(right.split()[2].split(",")), set())
                self.assertNotRegex(left, r"shared:|master:", "nothing is told to another namespace")

    def test_room(self):
        room = "/proc/%d/root/" % self.pid
        for folder, names in ROOM.items():
            self.assertEqual(set(os.listdir(room + folder)), names, folder)
        for folder, folders, files in os.walk(room):
            for name in folders + files:
                mode = os.lstat(os.path.join(folder, name)).st_mode
                plain = stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode)
                self.assertTrue(plain and not mode & (stat.S_ISUID | stat.S_ISGID), os.path.join(folder, name))
        self.assertEqual(os.readlink("/proc/%d/cwd" % self.pid), "/tmp")
        self.assertEqual(os.readlink("/proc/%d/root" % self.pid), "/")

    def test_descriptors(self):
        folder = "/proc/%d/fd/" % self.pid
        seen = {}
        for name in os.listdir(folder):
            flags = int(re.search(r"^flags:\s*([0-7]+)", read(self.pid, "fdinfo/" + name), re.M)[1], 8)
            seen[name] = (os.readlink(folder + name).split(":")[0], flags & os.O_ACCMODE)
        self.assertEqual(seen, DESCRIPTORS)
        ours = "/proc/%d/fd/" % self.holder.process.pid
        ends = {os.readlink(ours + name) for name in os.listdir(ours)}
        for name in "012":
            self.assertIn(os.readlink(folder + name), ends, "the other end is the grader's")
        self.assertEqual(len({os.readlink(folder + name) for name in "0123"}), 4)
        zygote = zygote_descriptors(self.holder.zygote).values()
        shared = set(zygote) & {os.readlink(folder + name) for name in "0123"}
        self.assertEqual(shared, set(), "a run's ends stay open nowhere else")

    def test_limits(self):
        seen = {}
        for line in read(self.pid, "limits").splitlines()[1:]:
            name, soft, hard = re.match(r"(.{25}) (\S+)\s+(\S+)", line).groups()
            seen[name.strip()] = (soft, hard)
        self.assertEqual(set(seen), set(LIMITS))
        for name, value in LIMITS.items():
            if isinstance(value, int):
                self.assertEqual(seen[name], (str(value), str(value)), name)
        base = int(read(self.holder.zygote, "statm").split()[0]) * os.sysconf("SC_PAGESIZE")
        soft, hard = map(int, seen["Max address space"])
        self.assertEqual(soft, hard)
        self.assertLess(abs(soft - base - (MEMORY_MB << 20)), 4 << 20)

    def test_groups(self):
        self.assertEqual(read(self.pid, "oom_score_adj").strip(), "1000", "the kernel's killer takes a run first")
        self.assertEqual(read("self", "oom_score_adj"), read(self.holder.process.pid, "oom_score_adj"))
        kind = self.place["group_kind"]
        self.assertEqual("no-cgroup" in self.place["isolation"], kind == 0)
        paths = {line.split(":")[1]: line.split(":", 2)[2] for line in read(self.pid, "cgroup").splitlines()}
        if kind == 1:
            self.assertEqual(os.path.basename(paths["pids"]), os.path.basename(self.place["slot_group"]))
            self.assertEqual(os.path.basename(paths["memory"]), os.path.basename(self.place["memory_group"]))
            with open(self.place["slot_group"] + "/cgroup.procs", encoding="ascii") as file:
                self.assertEqual({int(pid) for pid in file}, {self.pid, self.holder.zygote})
            with open(self.place["memory_group"] + "/memory.limit_in_bytes", encoding="ascii") as file:
                self.assertLess(int(file.read()), 1 << 30)
        elif kind == 2:
            self.assertTrue(self.place["memory_group"].endswith(paths[""]), paths[""])
            with open(self.place["memory_group"] + "/memory.max", encoding="ascii") as file:
                self.assertLess(int(file.read()), 1 << 30)

    def test_inside(self):
        path = os.path.join("/tmp", "bareme-inside-%d.py" % os.getpid())
        with open(path, "w", encoding="utf-8") as file:
            file.write(INSIDE)
        try:
            answer = self.holder.program(path)
        finally:
            os.unlink(path)
        self.assertEqual("no-landlock" in self.place["isolation"], self.place["landlock"] == 0)
        hidden = "PermissionError 13" if self.place["landlock"] else "works"
        self.assertEqual(answer["end"], "ok", answer)
        self.assertEqual(answer["output"], SEEN_INSIDE.format(hidden=hidden, library=LIBRARY))

    def test_zygote_is_locked_too(self):
        seen = fields(self.holder.zygote)
        self.assertEqual((seen["CapBnd"], seen["NoNewPrivs"], seen["Threads"]), ("0" * 16, "1", "1"))
        kinds = {name: what.split(":")[0] for name, what in zygote_descriptors(self.holder.zygote).items()}
        self.assertEqual(kinds, {"0": "/dev/null", "1": "/dev/null", "2": "/dev/null", "3": "socket"})


class Death(unittest.TestCase):
    def test_a_run_dies_with_its_zygote(self):
        with Holder(os.path.join(HERE, "holder"), os.path.join(HERE, "bareme-python"), SLOT + 2) as holder:
            pidfd = os.pidfd_open(holder.start(MEMORY_MB, CPU_MS))
            os.kill(holder.zygote, signal.SIGKILL)
            self.assertTrue(select.select([pidfd], [], [], 60)[0])
            os.close(pidfd)


if __name__ == "__main__":
    unittest.main()
