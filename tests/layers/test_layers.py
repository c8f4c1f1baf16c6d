#!/usr/bin/python3
"""Every layer of the isolation is taken away in turn, by means that real machines have: a system call that is refused,
a setting of the kernel, a mount that is not there. Never by a switch of ours.

    test_layers.py Root | Nobody      (unittest's own arguments)

For each: below the safe set `doctor` names the layer with its remedy and exits with 3, `grade` refuses with 3, says
why in both languages and gives no mark; above it the report names what is missing. `grade` asks no doctor: its refusal
is the zygote's or the run's own.
"""
import json
import os
import subprocess
import time
import unittest
import urllib.request
from collections import namedtuple

import machine
from machine import limited, mounted, refusing

# Below the safe set. layer: the row of doctor that must name it; users: who is refused.
Case = namedtuple("Case", "layer means users", defaults=(machine.USERS,))
BELOW = [
    Case("user-namespaces", refusing("unshare.0&0x10000000:EPERM")),
    Case("user-namespaces", refusing("unshare:ENOSYS")),
    Case("user-namespaces", limited("max_user_namespaces=0")),
    Case("mount-namespace", refusing("unshare.0&0x20000:EPERM")),
    Case("mount-namespace", limited("max_mnt_namespaces=0")),
    Case("network-namespace", refusing("unshare.0&0x40000000:EINVAL")),
    Case("network-namespace", limited("max_net_namespaces=0")),
    Case("ipc-namespace", refusing("unshare.0&0x08000000:EINVAL")),
    Case("ipc-namespace", limited("max_ipc_namespaces=0")),
    Case("uts-namespace", refusing("unshare.0&0x04000000:EINVAL")),
    Case("uts-namespace", limited("max_uts_namespaces=0")),
    Case("uts-namespace", refusing("sethostname:EPERM")),
    Case("pid-namespace", limited("max_pid_namespaces=0")),
    Case("clone3", refusing("clone3:ENOSYS")),
    Case("own-tmpfs", refusing("mount:EPERM")),
    Case("private-mounts", refusing("mount_setattr:ENOSYS")),
    Case("private-mounts", refusing("open_tree:ENOSYS")),
    Case("private-mounts", refusing("move_mount:EPERM")),
    Case("private-mounts", refusing("pivot_root:EPERM")),
    Case("private-mounts", refusing("umount2:EPERM")),
    Case("capabilities", refusing("capset:EPERM")),
    Case("capabilities", refusing("prctl.0=24:EPERM")),  # PR_CAPBSET_DROP
    Case("capabilities", refusing("prctl.0=28:EPERM")),  # PR_SET_SECUREBITS
    Case("no-new-privileges", refusing("prctl.0=38:EINVAL")),
    Case("seccomp", refusing("seccomp.0=1:EINVAL")),  # SECCOMP_SET_MODE_FILTER
    Case("seccomp", refusing("seccomp:ENOSYS")),
    Case("pidfd", refusing("pidfd_send_signal:ENOSYS")),
    Case("cpu-clock", refusing("clock_gettime.0&0x80000000:EPERM")),  # a process's own clock, not the wall's
    Case("close-range", refusing("close_range:ENOSYS")),
    Case("limits", refusing("prlimit64.2&0xffffffff:EPERM")),  # those that set
    Case("death-signal", refusing("prctl.0=1:EPERM")),
    Case("death-signal", refusing("prctl.0=4:EPERM")),  # PR_SET_DUMPABLE
    Case("fixed-addresses", refusing("personality:EPERM")),
    Case("uid-per-slot", refusing("setgroups:EPERM"), ("root",)),
    Case("uid-per-slot", refusing("setresgid:EPERM"), ("root",)),
    Case("uid-per-slot", refusing("setresuid:EPERM"), ("root",)),
    Case("uid-per-slot", limited("--uids", "65536"), ("root",)),
    # There, but refused: that is no older kernel, and nobody may shrug at it.
    Case("landlock", refusing("landlock_restrict_self:EPERM")),
    Case("memory-deny-write-execute", refusing("prctl.0=65:EPERM")),
    # Steps without a row of their own.
    Case("interpreter", refusing("setns:EPERM")),
    Case("interpreter", refusing("execveat:ENOSYS")),
    Case("interpreter", refusing("memfd_create:ENOSYS")),
    Case("proc", mounted("mount -t tmpfs none /dev")),
]
# A machine that says yes and does nothing: no step fails, the verification from outside must see it.
LIARS = [
    refusing("unshare.0&0x40000000:0"),
    refusing("prctl.0=24:0"),
    refusing("seccomp.0=1:0"),
    refusing("prlimit64.2&0xffffffff:0"),
    refusing("close_range:0"),
    refusing("mount_setattr:0"),
    refusing("pivot_root:0"),
    refusing("umount2:0"),
    refusing("landlock_restrict_self:0"),
]
LIARS_TO = {
    "root": [refusing("setresuid:0"), refusing("prctl.0=38:0")],  # others are filtered with no_new_privs already on
    "nobody": [refusing("capset:0")],  # as root the change of uid has taken all capabilities already
}
# Above the safe set: the layer, its name in reports.
Reduced = namedtuple("Reduced", "layer name means")
REDUCED = [
    Reduced("landlock", "no-landlock", refusing("landlock_create_ruleset:ENOSYS")),
    Reduced("landlock", "no-landlock", refusing("landlock_create_ruleset:EOPNOTSUPP")),
    Reduced("memory-deny-write-execute", "no-mdwe", refusing("prctl.0=65:EINVAL")),
    Reduced("memory-deny-write-execute", "no-mdwe", refusing("prctl.0=65:0")),
    Reduced("cgroup", "no-cgroup", mounted("mount -t tmpfs none /sys/fs/cgroup")),
    Reduced("cgroup", "no-cgroup", mounted("mount -o remount,ro,bind /sys/fs/cgroup\n"
                                           "for at in /sys/fs/cgroup/*; do\n"
                                           "  if mountpoint -q $at; then mount -o remount,ro,bind $at; fi\n"
                                           "done")),
]


class Layers:
    user = None

    @classmethod
    def setUpClass(cls):
        cls.installed = machine.Installed()
        cls.plain = cls.installed.isolation(cls.user, [])

    @classmethod
    def tearDownClass(cls):
        cls.installed.close()

    def refuses(self, means, layer=None, lang="fr"):
        done = self.installed.grade(self.user, means, lang=lang)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stdout, "")
        words = {"fr": "cette machine n’isole pas, donc Barème ne corrige pas",
                 "en": "this machine does not isolate, so Barème does not mark"}
        self.assertIn(words[lang], done.stderr)
        if layer:
            self.assertIn(f"✗ {layer}:", done.stderr)
            self.assertIn({"fr": "remède :", "en": "remedy:"}[lang], done.stderr)

    def test_below_the_safe_set(self):
        for number, case in enumerate(BELOW):
            if self.user not in case.users:
                continue
            with self.subTest(layer=case.layer, means=case.means):
                if self.user == "root":  # a refusal prints the same rows: once is enough
                    code, rows = self.installed.doctor(self.user, case.means)
                    row = rows[case.layer]
                    self.assertEqual((code, row["found"], row["required"]), (3, False, True), row)
                    self.assertTrue(row["mend"]["fr"] and row["mend"]["en"])
                    self.assertFalse(rows["interpreter"]["found"])
                self.refuses(case.means, case.layer, ("fr", "en")[number % 2])

    def test_a_machine_that_lies(self):
        for means in LIARS + LIARS_TO[self.user]:
            with self.subTest(means=means):
                self.refuses(means)

    def test_above_the_safe_set(self):
        for case in REDUCED:
            with self.subTest(layer=case.layer, means=case.means):
                code, rows = self.installed.doctor(self.user, case.means)
                row = rows[case.layer]
                self.assertEqual((code, row["required"]), (0, False), rows)
                self.assertIn(case.name, rows["interpreter"]["detail"])
                self.assertEqual(self.installed.isolation(self.user, case.means), self.plain | {case.name})

    def test_every_row_is_told(self):
        """Found or not, each says what it protects; the same rows for everybody."""
        _, rows = self.installed.doctor(self.user, [])
        tried = {case.layer for case in BELOW} | {case.layer for case in REDUCED}
        self.assertEqual(set(rows), tried)
        for row in rows.values():
            self.assertTrue(row["protects"]["fr"] and row["protects"]["en"])
            self.assertEqual(row["mend"] is None, row["found"])

    def test_a_proc_that_hides_others(self):
        """hidepid=2 hides other users' processes; a run is verified all the same, or refused."""
        means = mounted("mount -t proc -o hidepid=2 proc /proc")
        self.assertEqual(self.installed.isolation(self.user, means), self.plain)

    def test_without_proc(self):
        done = self.installed.grade(self.user, mounted("mount -t tmpfs none /proc"))
        self.assertEqual(done.stdout, "")
        self.assertIn("✗ proc:", done.stderr)
        if "LeakSanitizer" not in done.stderr:  # it cannot work without /proc and ends with a code of its own
            self.assertEqual(done.returncode, 3, done.stderr)

    def test_the_interpreter(self):
        bin_, python, bareme = self.installed.bin, self.installed.python, self.installed.bareme
        kept, library = os.path.join(self.installed.folder, "kept"), os.path.dirname(os.__file__)
        built = os.path.dirname(os.path.abspath(os.environ["BAREME"]))
        for what, script in (
                ("missing", f"cp {bareme} {kept}\nmount -t tmpfs none {bin_}\nmount -t tmpfs none {built}\n"
                            f"cp {kept} {bareme}\nchmod 755 {bin_}"),
                ("not executable", f"mount --bind /dev/null {python}"),
                ("another program", f"mount --bind /bin/true {python}"),
                ("no library", f"mount -t tmpfs none {library}")):
            with self.subTest(what=what):
                code, rows = self.installed.doctor(self.user, mounted(script))
                self.assertEqual((code, rows["interpreter"]["found"]), (3, False))
                self.assertEqual([row["feature"] for row in rows.values() if row["required"] and not row["found"]],
                                 ["interpreter"])
                self.refuses(mounted(script), "interpreter")

    def test_what_a_setting_explains(self):
        """The files of a kernel that this machine does not run."""
        refused = " ".join(f"'{word}'" for word in refusing("unshare.0&0x10000000:EPERM"))
        for path, value, word in (
                ("kernel/apparmor_restrict_unprivileged_userns", "1", "scripts/apparmor/install"),
                ("kernel/unprivileged_userns_clone", "0", "sysctl kernel.unprivileged_userns_clone=1")):
            with self.subTest(path=path):
                means = mounted("mount -t tmpfs none /proc/sys\nmkdir /proc/sys/kernel\n"
                                f"echo {value} >/proc/sys/{path}\nset -- {refused} \"$@\"")
                code, rows = self.installed.doctor(self.user, means)
                self.assertEqual(code, 3)
                cause = rows["user-namespaces"]["cause"]
                for text in (cause["fr"], cause["en"]):
                    self.assertIn("/proc/sys/" + path, text)
                    self.assertIn(word, text)

    def test_an_outer_filter_is_told(self):
        _, rows = self.installed.doctor(self.user, refusing("unshare.0&0x10000000:EPERM"))
        for text in rows["user-namespaces"]["cause"].values():
            self.assertIn("seccomp=unconfined", text)

    def test_check_refuses(self):
        done = self.installed.run(self.user, refusing("capset:EPERM"), "check", self.installed.exercises, lang="en")
        self.assertEqual(done.returncode, 3, done.stdout)
        self.assertIn("✗ capabilities:", done.stderr)

    def test_serve_refuses(self):
        """At each place where a layer can fail: the supervisor's zygote, its room, a run, the verification."""
        for rule, layer in (("unshare.0&0x10000000:EPERM", "user-namespaces"), ("pivot_root:EPERM", "private-mounts"),
                            ("seccomp.0=1:EINVAL", "seccomp"), ("unshare.0&0x40000000:0", None)):
            with self.subTest(rule=rule):
                service = machine.Service(self.installed, self.user, refusing(rule))
                try:
                    self.assertEqual(service.code, 3, service.said())
                    self.assertEqual(service.line, "")
                    said = service.said()
                    self.assertIn("this machine does not isolate, so Barème does not mark", said)
                    if layer:
                        self.assertIn(f"✗ {layer}:", said)
                finally:
                    service.close()

    def test_a_layer_that_vanishes(self):
        """No PID namespace any more while the service runs: what is handed in waits, unmarked, until there is."""
        service = machine.Service(self.installed, self.user, limited("max_pid_namespaces=10000"))
        try:
            self.assertIsNone(service.code, service.said())
            self.assertEqual(self.submit(service, 30)["state"], "graded")
            self.set_limit(service, 0)
            waiting = self.submit(service, 1)
            self.assertIn(waiting["state"], ("queued", "leased"))
            self.set_limit(service, 10000)
            deadline = time.monotonic() + 60
            while waiting["state"] != "graded" and time.monotonic() < deadline:
                time.sleep(0.2)
                waiting = self.ask(service, "/api/v1/submissions/" + waiting["id"])
            self.assertEqual(waiting["state"], "graded", service.said())
            self.assertEqual(waiting["report"]["score"]["mark"], "20.00")
        finally:
            service.close()

    @staticmethod
    def set_limit(service, value):
        subprocess.run(["nsenter", "-U", "-t", str(service.process.pid), "sh", "-c",
                        f"echo {value} >/proc/sys/user/max_pid_namespaces"], check=True)

    @staticmethod
    def ask(service, path, body=None, wait=0):
        headers = {"Content-Type": "application/json", "Prefer": f"wait={wait}"} if body else {}
        request = urllib.request.Request(service.url + path, data=json.dumps(body).encode() if body else None,
                                         headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def submit(self, service, wait):
        return self.ask(service, "/api/v1/submissions", {
            "exercise": "essai.double", "student": "p-1", "answers": {"double": machine.SOLUTION}}, wait)


class Root(Layers, unittest.TestCase):
    user = "root"


class Nobody(Layers, unittest.TestCase):
    user = "nobody"


if __name__ == "__main__":
    unittest.main()
