"""A run of which one lock was left open gets no text: the grader, or the run itself, says so first.

The interpreter is bareme-python-tampered, the same objects with one step left out (tamper.c). One row for each step.
"""
import ctypes
import os
import shutil
import unittest

from holder import Holder, Refused

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.geteuid() == 0
SLOT = 45 if ROOT else 46
PR_GET_MDWE = 66

# The step that is left out, and what is said of it.
STEPS = [
    ("mount-namespace", "zygote: private mounts"),
    ("net-namespace", "the zygote shares ns/net with us"),
    ("ipc-namespace", "the zygote shares ns/ipc with us"),
    ("uts-namespace", "the zygote shares ns/uts with us"),
    ("run-pid-namespace", "not the first process of its namespace"),
    ("run-mount-namespace", "the wrong ns/mnt"),
    ("run-ipc-namespace", "the wrong ns/ipc"),
    ("host-root", "an open mount"),
    ("read-only-room", "an open mount"),
    ("own-folder", "files of the run"),
    ("read-only-folder", "an open mount"),
    ("second-folder", "an open mount"),
    ("links-in-folder", "another mount than it must"),
    ("links-in-library", "another mount than it must"),
    ("descriptors", "other descriptors than its four"),
    ("bounding-set", "CapBnd"),
    ("capabilities", "CapPrm"),
    ("landlock", "Landlock in force"),
    ("no-new-privs", "NoNewPrivs"),
    ("seccomp", "Seccomp"),
    ("thread", "Threads"),
    ("limit-cpu", "Max cpu time"),
    ("limit-memory", "memory is not bounded"),
    ("limit-core", "Max core file size"),
    ("limit-file-size", "Max file size"),
    ("limit-files", "Max open files"),
    ("limit-processes", "Max processes"),
    ("limit-stack", "Max stack size"),
    ("limit-locked", "Max locked memory"),
    ("limit-queues", "Max msgqueue size"),
    ("limit-signals", "Max pending signals"),
]
# Where there is one uid, there is nothing to change.
STEPS_OF_ROOT = [("uid", "Uid:"), ("gid", "Gid:"), ("groups", "Groups:")]


class Tampered(unittest.TestCase):
    def said(self, step):
        """What the start of a run with that step left out comes to; None when it started."""
        path = os.path.join(HERE, "tampered." + step)
        shutil.copy(os.path.join(HERE, "bareme-python-tampered"), path)
        try:
            with Holder(os.path.join(HERE, "holder"), path, SLOT) as holder:
                holder.start()
                holder.end()
                return None
        except Refused as refused:
            return str(refused)
        finally:
            os.unlink(path)

    def test_with_all_steps_it_starts(self):
        self.assertIsNone(self.said("nothing"))

    def test_without_one_it_does_not(self):
        for step, text in STEPS + (STEPS_OF_ROOT if ROOT else []):
            with self.subTest(step=step):
                said = self.said(step)
                self.assertIsNotNone(said, "a run started without it")
                self.assertIn(text, said)
                self.assertTrue(said.startswith("isolation: "), said)

    def test_what_cannot_be_seen_is_in_force(self):
        """Landlock and the refusal of executable memory, tried before the filter would answer in their place."""
        self.assertIn("system-call filter: Permission denied", self.said("try-landlock") or "started")
        kernel = ctypes.CDLL(None).prctl(PR_GET_MDWE, 0, 0, 0, 0) >= 0
        self.assertEqual("Permission denied" in (self.said("try-memory") or ""), kernel)
        self.assertIsNone(self.said("try-memory-unlocked"), "the trial alone refuses nothing")


if __name__ == "__main__":
    unittest.main()
