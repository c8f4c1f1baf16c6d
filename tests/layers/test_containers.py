#!/usr/bin/python3
"""Inside a container, made here out of what engines do: a system-call filter, few capabilities, a /proc in parts, groups
that may only be read. What doctor says there, and the options under which Barème marks (docs/isolation.md)."""
import json
import unittest
import urllib.request

import machine
from machine import contained

AS_ROOT = ("sys_admin", "sys_ptrace")


class Containers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.installed = machine.Installed()

    @classmethod
    def tearDownClass(cls):
        cls.installed.close()

    def test_as_it_is_started_by_default(self):
        """Refused, by both; doctor says which option opens it."""
        for user in machine.USERS:
            with self.subTest(user=user):
                code, rows = self.installed.doctor(user, contained())
                self.assertEqual(code, 3)
                missing = {name for name, row in rows.items() if row["required"] and not row["found"]}
                self.assertLessEqual({"user-namespaces", "fixed-addresses", "interpreter"}, missing)
                self.assertIn("--security-opt seccomp=unconfined", rows["user-namespaces"]["cause"]["en"])
                done = self.installed.grade(user, contained())
                self.assertEqual((done.returncode, done.stdout), (3, ""))
                self.assertIn("--security-opt seccomp=unconfined", done.stderr)

    def test_without_the_engines_filter_as_a_user(self):
        means = contained(rules=())
        self.assertEqual(self.installed.isolation("nobody", means), {"no-cgroup", "one-uid"})
        code, rows = self.installed.doctor("nobody", means)
        self.assertEqual((code, rows["cgroup"]["found"]), (0, False))

    def test_the_service_as_a_user(self):
        service = machine.Service(self.installed, "nobody", contained(rules=()))
        try:
            self.assertIsNone(service.code, service.said())
            body = {"exercise": "essai.double", "student": "p-1", "answers": {"double": machine.SOLUTION}}
            request = urllib.request.Request(service.url + "/api/v1/submissions", data=json.dumps(body).encode(),
                                             headers={"Content-Type": "application/json", "Prefer": "wait=30"})
            with urllib.request.urlopen(request, timeout=60) as answer:
                marked = json.load(answer)
            self.assertEqual(marked["report"]["score"]["mark"], "20.00")
        finally:
            service.close()

    def test_without_the_engines_filter_as_root(self):
        """Two uids in another user's namespace take CAP_SYS_ADMIN, another user's /proc CAP_SYS_PTRACE."""
        code, rows = self.installed.doctor("root", contained(rules=()))
        self.assertEqual((code, rows["uid-per-slot"]["found"], rows["uid-per-slot"]["required"]), (3, False, True))
        for text in rows["uid-per-slot"]["mend"].values():
            self.assertIn("--cap-add SYS_ADMIN --cap-add SYS_PTRACE", text)
            self.assertIn("--user 1000", text)
        done = self.installed.grade("root", contained(rules=()))
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("✗ uid-per-slot:", done.stderr)
        done = self.installed.grade("root", contained(rules=(), more=AS_ROOT[:1]))
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("SYS_PTRACE", done.stderr)
        self.assertEqual(self.installed.isolation("root", contained(rules=(), more=AS_ROOT)), {"no-cgroup"})


if __name__ == "__main__":
    unittest.main()
