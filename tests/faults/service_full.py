"""The service on a full disk: callers are told to come again (503), and what was accepted has its one mark.

The test runs itself again in a mount namespace of its own, with everything on a small tmpfs.
"""
import os
import subprocess
import sys
import tempfile
import unittest

from service import ANSWERS, Service

INSIDE = "SERVICE_FULL_FOLDER"


class Full(unittest.TestCase):
    def test_full_disk(self):
        service = Service()
        self.addCleanup(service.close)
        service.start()
        send = lambda path, body: service.call("POST", path, body)
        copy = lambda i: {"exercise": "essai.double", "student": f"p-{i}",
                          "answers": {"double": ANSWERS[0][0] + "#" * 20000}}
        accepted, refused = [], []
        for i in range(2000):
            status, reply = send("/submissions", copy(i))
            if status != 202:
                refused.append((status, reply["type"]))
                break
            accepted.append(reply["id"])
        self.assertEqual(refused, [(503, "/problems/store-trouble")])
        status, reply = send("/submissions/batch", {"items": [{"key": f"k-{i}", **copy(i)} for i in range(200)]})
        self.assertTrue(status == 503 or {item["status"] for item in reply["items"]} <= {202, 503}, reply)
        subprocess.run(["mount", "-o", "remount,size=300m", os.environ[INSIDE]], check=True)
        status, reply = send("/submissions", copy(9999))
        self.assertEqual(status, 202)
        service.wait_until_done()
        marked = {row[0] for row in service.rows("SELECT s.id FROM submission s JOIN mark_event e ON e.submission = s.n")}
        self.assertEqual(set(accepted) - marked, set())
        self.assertEqual(service.rows("SELECT count(*) - count(DISTINCT submission) FROM mark_event"), [(0,)])
        self.assertEqual(service.terminate(), 0)


if __name__ == "__main__":
    if INSIDE in os.environ:
        tempfile.tempdir = os.environ[INSIDE]
        unittest.main()
    with tempfile.TemporaryDirectory(prefix="bareme-full-") as folder:
        os.chmod(folder, 0o755)
        command = f"mount -t tmpfs -o size=8m,mode=755 none {folder} && exec {sys.executable} -B {__file__} -v"
        inside = ["unshare", "--mount", "/bin/sh", "-c", command]
        if subprocess.run(["unshare", "--mount", "/bin/true"], check=False).returncode != 0:
            print("skipped: no mount namespace here")
            sys.exit(0)
        sys.exit(subprocess.run(inside, env={**os.environ, INSIDE: folder}, check=False).returncode)
