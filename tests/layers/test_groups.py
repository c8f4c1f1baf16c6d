#!/usr/bin/python3
"""The ways in which machines have control groups: v1, v1 beside an empty v2 (hybrid), v2 without controllers, none, and
groups that may only be read. Full v2 takes a machine of its own.

Each machine is a mount namespace in which /sys/fs/cgroup is built anew. Which hierarchies exist is the kernel's state
and not ours to change: a controller that v2 has cannot be mounted as v1, so that the expectations follow from
/proc/cgroups."""
import subprocess
import unittest

import machine
from machine import mounted

ROOT = "/sys/fs/cgroup"
V1 = ("for one in memory pids; do\n"
      f"  mkdir {ROOT}/$one\n"
      f"  mount -t cgroup -o $one none {ROOT}/$one\n"
      "done")


def hierarchies():
    """{controller: number of its v1 hierarchy, 0 where v2 has it or nobody}"""
    with open("/proc/cgroups", encoding="ascii") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    return {row[0]: int(row[1]) for row in rows}


def groups_of(pid):
    """Folders that this process made below any mounted hierarchy and left."""
    found = subprocess.run(["find", ROOT, "-maxdepth", "8", "-type", "d", "-name", f"bareme.{pid}.*"],
                           capture_output=True, text=True, check=False)
    return found.stdout.split()


class Groups(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.installed = machine.Installed()
        numbers = hierarchies()
        cls.v1 = bool(numbers.get("memory")) and bool(numbers.get("pids"))

    @classmethod
    def tearDownClass(cls):
        cls.installed.close()

    def row(self, user, script):
        code, rows = self.installed.doctor(user, mounted(script))
        self.assertEqual((code, rows["cgroup"]["required"], rows["cgroup"]["without"]), (0, False, "no-cgroup"))
        return rows["cgroup"]

    def nothing(self, script, users=machine.USERS):
        for user in users:
            self.assertFalse(self.row(user, script)["found"])
            self.assertIn("no-cgroup", self.installed.isolation(user, mounted(script)))

    def test_none(self):
        self.nothing(f"mount -t tmpfs none {ROOT}")

    def test_none_mounted_at_all(self):
        script = f"while mountpoint -q {ROOT}; do umount -l {ROOT}; done"
        self.assertEqual(self.row("root", script)["detail"], "no control groups are mounted")
        self.nothing(script)

    def test_v2_without_controllers(self):
        """On a hybrid machine v1 has them all; on a pure v2 machine a group whose parent gives none on."""
        if self.v1:
            self.nothing(f"mount -t tmpfs none {ROOT}\nmount -t cgroup2 none {ROOT}")
        else:
            self.nothing(f"mount -o remount,bind,ro {ROOT}")

    def test_v1_alone_and_beside_an_empty_v2(self):
        beside = f"mkdir {ROOT}/unified\nmount -t cgroup2 none {ROOT}/unified"
        for script in (V1, V1 + "\n" + beside):
            script = f"mount -t tmpfs none {ROOT}\n" + (script if self.v1 else beside.replace("/unified", "/other"))
            with self.subTest(script=script):
                row = self.row("root", script)
                if self.v1:
                    self.assertTrue(row["found"], row)
                    self.assertIn("v1 at " + ROOT + "/memory", row["detail"])
                    self.assertEqual(self.installed.isolation("root", mounted(script)), set())
                # Nobody was given a group: what root may make, nobody may not.
                self.nothing(script, ("nobody",))

    def test_one_controller_is_not_enough(self):
        if self.v1:
            for one in ("memory", "pids"):
                with self.subTest(one=one):
                    self.nothing(f"mount -t tmpfs none {ROOT}\nmkdir {ROOT}/{one}\n"
                                 f"mount -t cgroup -o {one} none {ROOT}/{one}")
        else:
            self.nothing(f"mount -t tmpfs none {ROOT}\nmkdir {ROOT}/memory {ROOT}/pids")

    def test_read_only(self):
        self.nothing(f"for at in {ROOT} {ROOT}/*; do\n"
                     "  if mountpoint -q $at; then mount -o remount,bind,ro $at; fi\n"
                     "done")

    def test_nothing_is_left(self):
        commands = (["doctor"], ["grade", self.installed.exercise, self.installed.answer])
        for arguments in commands:
            process = subprocess.Popen(self.installed.words("root", [], *arguments), stdout=subprocess.DEVNULL)
            self.assertEqual(process.wait(timeout=60), 0)
            self.assertEqual(groups_of(process.pid), [])


if __name__ == "__main__":
    unittest.main()
