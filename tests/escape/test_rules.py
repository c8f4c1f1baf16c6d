"""The runner's own rules: each must be able to fail. What is left behind on purpose here must be seen."""
import contextlib
import copy
import ctypes
import importlib.machinery
import importlib.util
import io
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import leaks
import manifest

ROOT = os.geteuid() == 0
UID = 1870029999 if ROOT else os.getuid()
ADD_KEY, PROCESS_KEYRING = 248, -2
MESSAGE = {"code": "x", "fr": "Non.", "en": "No."}


def test(outcome, show="all", **more):
    row = {"name": "t", "show": show, "outcome": outcome}
    if outcome != "passed":
        row["message"] = MESSAGE
    return dict(row, **more)


def report(*tests, points="0"):
    return {"verdict": "incorrect", "questions": [{"points": points, "max": "12", "tests": list(tests)}]}


def wrongs(outcomes, marked, profile="shipped", user="root"):
    row = manifest.Row("n\tfunction\ta\tr\t%s\t-" % outcomes)
    return manifest.judge(row, marked, profile, user)


class Judging(unittest.TestCase):
    def test_outcomes(self):
        self.assertEqual(wrongs("failed|raised", report(test("failed"), test("raised"))), [])
        self.assertEqual(len(wrongs("failed|raised", report(test("failed"), test("timeout")))), 1)
        self.assertEqual(len(wrongs("passed", report(test("passed"), test("forbidden"), points="4"))), 1)

    def test_scores(self):
        failed = report(test("failed"), test("passed"), points="4")
        self.assertEqual(len(wrongs("failed|passed score=0", failed)), 1)
        self.assertEqual(wrongs("failed|passed score<full", failed), [])
        self.assertEqual(len(wrongs("failed|passed score=full", failed)), 1)
        self.assertEqual(len(wrongs("passed score<full", report(test("passed"), points="12"))), 1)

    def test_passing_without_full_marks_is_wrong(self):
        self.assertEqual(len(wrongs("passed", report(test("passed"), points="11"))), 1)

    def test_cases(self):
        marked = report(test("passed"), test("failed", show="verdict"), points="6")
        self.assertEqual(wrongs("visible:passed hidden:failed", marked), [])
        self.assertEqual(len(wrongs("visible:failed hidden:failed|passed", marked)), 1)
        self.assertEqual(len(wrongs("hidden:passed visible:passed", marked)), 1)
        raised = report(test("raised"))
        self.assertEqual(wrongs("shipped:raised open:passed", raised), [])
        self.assertEqual(len(wrongs("shipped:raised open:passed", raised, profile="open")), 1)
        self.assertEqual(len(wrongs("root:passed user:raised", raised, user="root")), 1)
        self.assertEqual(wrongs("root:passed user:raised", raised, user="user"), [])

    def test_escaped_is_seen_wherever_it_stands(self):
        for field in ("got", "output", "errors", "source"):
            marked = report(test("passed", **{field: "x ESCAPED y"}), points="12")
            self.assertEqual(len(wrongs("passed", marked)), 1, field)
        marked = report(test("raised", message=dict(MESSAGE, en="ESCAPED")))
        self.assertEqual(len(wrongs("raised", marked)), 1)

    def test_a_failure_without_words_is_wrong(self):
        for message in (None, {"fr": "Non."}, {"en": "No."}):
            self.assertEqual(len(wrongs("failed", report(test("failed", message=message)))), 1, message)

    def test_no_tests_and_faults_of_ours_are_wrong(self):
        self.assertEqual(len(wrongs("passed", report())), 1)
        self.assertEqual(len(wrongs("passed|crashed", {"error": "peer", "text": "the zygote is gone"})), 1)


class Table(unittest.TestCase):
    def test_an_answer_that_cannot_be_read(self):
        seen = report()
        seen["questions"][0].update(verdict="unreadable", feedback=[{"fr": "non", "en": "no"}])
        row = manifest.Row("x\tfunction\ta\tr\tunreadable score=0\t-")
        self.assertEqual(manifest.judge(row, seen, "shipped", "root"), [])
        row = manifest.Row("x\tfunction\ta\tr\tfailed\t-")
        self.assertEqual(len(manifest.judge(row, seen, "shipped", "root")), 1)

    def test_words_that_nobody_knows_are_refused(self):
        for outcomes in ("accepted", "passed|", "", "opened:passed", "hidden:score=0", "score=12", "passed,failed"):
            with self.assertRaises(manifest.Bad, msg=outcomes):
                manifest.Row("n\tfunction\ta\tr\t%s\t-" % outcomes)
        for line in ("n\tfunction\ta\tr\tpassed", "../n\tfunction\ta\tr\tpassed\t-", "n\tmatrix\ta\tr\tpassed\t-"):
            with self.assertRaises(manifest.Bad, msg=line):
                manifest.Row(line)

    def test_the_corpus_is_as_its_table_says(self):
        self.assertGreaterEqual(len(manifest.read(os.path.join(HERE, "corpus"))), 60)

    def folder(self, rows, files):
        top = tempfile.TemporaryDirectory()
        self.addCleanup(top.cleanup)
        with open(os.path.join(top.name, "MANIFEST.tsv"), "w", encoding="utf-8") as file:
            file.write("\n".join(["\t".join(manifest.COLUMNS), *rows]) + "\n")
        for name, head in files.items():
            with open(os.path.join(top.name, name), "w", encoding="utf-8") as file:
                file.write(head)
        return top.name

    def test_rows_and_files_must_agree(self):
        row, head = "n\tfunction\ta\tr\tpassed\t-", "# attempts: a\n# required: r\n# kind: function\n"
        self.assertEqual(len(manifest.read(self.folder([row], {"n.py": head}))), 1)
        for rows, files in (([row], {}), ([row], {"n.py": head, "m.py": head}), ([row, row], {"n.py": head}),
                            ([row], {"n.py": head.replace(": r", ": s")}),
                            ([row.replace("passed", "open:passed")], {"n.py": head})):
            with self.assertRaises(manifest.Bad, msg=(rows, files)):
                manifest.read(self.folder(rows, files))


def load_soak():
    path = os.path.join(os.path.dirname(os.path.dirname(HERE)), "scripts", "soak")
    loader = importlib.machinery.SourceFileLoader("soak", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("soak", loader))
    loader.exec_module(module)
    return module


class Soaking(unittest.TestCase):
    FIRST = ({"cgroups": 4}, {"Rss of front, kB": 1000, "Pss of front, kB": 10}, "front 7")

    def rows_that_grow(self, *last):
        with contextlib.redirect_stdout(io.StringIO()):
            return load_soak().show([self.FIRST, self.FIRST, last], 100)

    def test_what_grows_is_seen(self):
        flat, memory, who = self.FIRST
        self.assertEqual(self.rows_that_grow(flat, dict(memory, **{"Rss of front, kB": 1100}), who), 0)
        self.assertEqual(self.rows_that_grow(flat, dict(memory, **{"Rss of front, kB": 1101}), who), 1)
        self.assertEqual(self.rows_that_grow(flat, dict(memory, **{"Pss of front, kB": 9999}), who), 0)
        database = load_soak().DATABASE
        with_pages = (flat, dict(memory, **{database: 100}), who)
        with contextlib.redirect_stdout(io.StringIO()):
            for growth, bad in ((225, 0), (226, 1)):
                last = dict(memory, **{"Rss of front, kB": 1000 + growth, database: 200})
                self.assertEqual(load_soak().show([self.FIRST, with_pages, (flat, last, who)], 100), bad, growth)
        self.assertEqual(self.rows_that_grow({"cgroups": 5}, memory, who), 1)
        self.assertEqual(self.rows_that_grow({"cgroups": 3}, memory, who), 1)
        self.assertEqual(self.rows_that_grow({"cgroups": 4, "descriptors of grader 1": 7}, memory, who), 1)
        self.assertEqual(self.rows_that_grow(flat, memory, "front 8"), 1)

    def test_every_hostile_answer_comes_as_often(self):
        soak = load_soak()
        names = [row.name for row in soak.draw(4 * len(soak.HOSTILE), 1)]
        for row in soak.HOSTILE:
            self.assertEqual(names.count(row.name), 2)
        self.assertEqual(sum(name.startswith("ok_") for name in names), len(names) // 2)
        self.assertEqual([row.name for row in soak.draw(60, 3)], [row.name for row in soak.draw(60, 3)])


class Left(unittest.TestCase):
    """A child with a uid of its own leaves something; it must be seen, and gone when it is gone."""

    def leave(self, work):
        """Starts a child that does `work` and stays."""
        ready, done = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                if ROOT:
                    os.setgroups([])
                    os.setresgid(UID, UID, UID)
                    os.setresuid(UID, UID, UID)
                os.write(done, b"%d" % work())
                os.read(os.pipe()[0], 1)
            finally:
                os._exit(1)
        os.close(done)
        self.addCleanup(self.end, pid)
        told = os.read(ready, 100)
        os.close(ready)
        self.assertTrue(told, "the child could not do its work")
        return pid, int(told)

    def end(self, pid):
        try:
            os.kill(pid, 9)
            os.waitpid(pid, 0)
        except ProcessLookupError:
            pass
        except ChildProcessError:
            pass

    def test_processes(self):
        pid, _ = self.leave(lambda: 1)
        name = "%d %s" % (pid, leaks.processes()[pid][2])
        self.assertIn(name, leaks.strangers({UID}, set(), []))
        self.assertIn(name, leaks.strangers(set(), set(), [os.getpid()]))
        self.assertNotIn(name, leaks.strangers({UID}, {pid}, []))
        os.kill(pid, 9)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        self.assertIn(name, leaks.strangers({UID}, set(), []), "a zombie is left too")
        os.waitpid(pid, 0)
        self.assertNotIn(name, leaks.strangers({UID}, set(), [os.getpid()]))

    def test_descriptors_and_mounts(self):
        pid, _ = self.leave(lambda: 1)
        more, _ = self.leave(lambda: os.open("/dev/null", os.O_RDONLY))
        self.assertGreaterEqual(leaks.descriptors(more), 3)
        self.assertEqual(leaks.mounts(pid), leaks.mounts(more))
        self.assertGreater(leaks.mounts(pid), 0)
        before = leaks.descriptors(os.getpid())
        with open("/dev/null", "rb"):
            self.assertEqual(leaks.descriptors(os.getpid()), before + 1)

    def test_files(self):
        top = tempfile.mkdtemp(prefix="bareme-rules-", dir="/tmp")
        self.addCleanup(lambda: os.path.isdir(top) and os.rmdir(top))
        path = os.path.join(top, "below", "x")
        os.mkdir(os.path.join(top, "below"))
        self.addCleanup(os.rmdir, os.path.join(top, "below"))
        open(path, "w", encoding="utf-8").close()
        self.addCleanup(os.unlink, path)
        os.chmod(top, 0o755)
        if ROOT:
            os.chown(path, UID, UID)
        self.assertIn(path, leaks.files({UID}, 3))
        self.assertNotIn(path, leaks.files({UID}, 2))
        if ROOT:
            os.chown(top, UID, UID)
        self.assertIn(top, leaks.files({UID}))

    def test_ipc(self):
        libc = ctypes.CDLL(None, use_errno=True)
        _, number = self.leave(lambda: libc.shmget(0, 4096, 0o1600))
        self.addCleanup(libc.shmctl, number, 0, None)
        self.assertGreaterEqual(number, 0)
        self.assertTrue(any(row.split()[2] == str(number) for row in leaks.ipc({UID})), leaks.ipc({UID}))
        self.assertFalse(any(row.split()[2] == str(number) for row in leaks.ipc({UID + 1})))

    def test_keys(self):
        libc = ctypes.CDLL(None, use_errno=True)
        before = leaks.keys({UID})
        add = (ADD_KEY, b"user", b"bareme-test", b"x", ctypes.c_size_t(1), ctypes.c_int(PROCESS_KEYRING))
        _, number = self.leave(lambda: libc.syscall(*add))
        seen = leaks.keys({UID})
        self.assertEqual(seen != before, number > 0, "a kernel without keys makes none: %s" % seen)

    def test_groups(self):
        top = tempfile.TemporaryDirectory()
        self.addCleanup(top.cleanup)
        place = {"group_kind": 1, "memory_group": os.path.join(top.name, "m"), "slot_group": os.path.join(top.name, "s")}
        for name in ("m", "s"):
            os.mkdir(os.path.join(top.name, name))
        self.fill(top.name, "7\n", 0)
        before = leaks.group(place)
        self.assertEqual(leaks.difference(before, copy.deepcopy(before)), [])
        self.fill(top.name, "7\n8\n", 0)
        self.assertEqual(len(leaks.difference(before, leaks.group(place))), 1)
        self.fill(top.name, "7\n", 4096)
        self.assertEqual(len(leaks.difference(before, leaks.group(place))), 1)
        self.fill(top.name, "7\n", 0)
        os.mkdir(os.path.join(top.name, "m", "below"))
        self.assertEqual(len(leaks.difference(before, leaks.group(place))), 1)
        self.assertEqual(len(leaks.groups_left(place)), 2)

    def fill(self, top, pids, pages):
        for path, content in (("m/cgroup.procs", pids), ("m/memory.stat", "cache 1\nshmem %d\n" % pages)):
            with open(os.path.join(top, path), "w", encoding="utf-8") as file:
                file.write(content)


if __name__ == "__main__":
    unittest.main()
