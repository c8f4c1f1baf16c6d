#!/usr/bin/python3
"""The AppArmor profile and its installer. The kernel that enforces it is Ubuntu's and is not here: what can be tried is
that the parser reads the profile, and that the installer acts where the setting restricts and nowhere else."""
import os
import re
import subprocess
import tempfile
import unittest

from machine import mounted

SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts", "apparmor")
INSTALL = os.path.join(SCRIPTS, "install")
SETTING = "apparmor_restrict_unprivileged_userns"
PARSER = "/usr/sbin/apparmor_parser"


class AppArmor(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="bareme-apparmor-")
        self.addCleanup(self.folder.cleanup)
        self.tools = os.path.join(self.folder.name, "tools")
        self.root = os.path.join(self.folder.name, "root")
        self.called = os.path.join(self.folder.name, "called")
        os.mkdir(self.tools)
        for name in ("sh", "cat", "sed", "id", "tee", "mkdir", "dirname"):
            os.symlink(os.path.join("/usr/bin", name), os.path.join(self.tools, name))

    def install(self, *words, setting="1"):
        script = "mount -t tmpfs none /proc/sys\nmkdir /proc/sys/kernel\n"
        if setting is not None:
            script += f"echo {setting} >/proc/sys/kernel/{SETTING}\n"
        script += f"export PATH={self.tools} DESTDIR={self.root}"
        return subprocess.run(mounted(script) + ["sh", INSTALL, *words], capture_output=True, text=True, check=False,
                              timeout=60)

    def add_parser(self):
        with open(os.path.join(self.tools, "apparmor_parser"), "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\necho "$*" >>{self.called}\n')
        os.chmod(file.name, 0o755)

    def test_installs_where_it_is_restricted(self):
        self.add_parser()
        done = self.install(self.folder.name)
        self.assertEqual(done.returncode, 0, done.stderr)
        target = os.path.join(self.root, "etc/apparmor.d/bareme")
        with open(target, encoding="utf-8") as file:
            text = file.read()
        self.assertIn(f"@{{bareme_folders}} = /usr/bin /usr/local/bin {os.path.realpath(self.folder.name)}\n", text)
        with open(self.called, encoding="utf-8") as file:
            self.assertEqual(file.read(), f"--replace {target}\n")

    def test_does_nothing_elsewhere(self):
        self.add_parser()
        for setting in (None, "0"):
            done = self.install(self.folder.name, setting=setting)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("nothing to do", done.stderr)
            self.assertFalse(os.path.exists(self.root) or os.path.exists(self.called))

    def test_says_that_the_parser_is_missing(self):
        done = self.install()
        self.assertEqual(done.returncode, 3)
        self.assertIn("apt install apparmor", done.stderr)
        self.assertFalse(os.path.exists(self.root))

    def test_refuses_a_folder_that_would_be_read_as_a_pattern(self):
        for name in ("a b", "a*", "a}", 'a"'):
            odd = os.path.join(self.folder.name, name)
            os.mkdir(odd)
            done = subprocess.run([INSTALL, "--print", odd], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""), name)

    def test_the_parser_reads_it(self):
        version = subprocess.run([PARSER, "--version"], capture_output=True, text=True, check=True).stdout
        major = int(re.search(r"version (\d+)\.", version).group(1))
        text = subprocess.run([INSTALL, "--print", SCRIPTS], capture_output=True, text=True, check=True).stdout
        self.assertEqual(text.count("\n  userns,\n"), 2)
        if major < 4:  # knows neither the rule nor the abi
            text = text.replace("  userns,\n", "").replace("<abi/4.0>", "<abi/3.0>")
        done = subprocess.run([PARSER, "-Q", "-K", "-N"], input=text, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout.split()), (0, ["bareme", "bareme-python"]), done.stderr)


if __name__ == "__main__":
    unittest.main()
