"""A full disk: it is said, nothing is lost, and work goes on when there is room again.

The test runs itself again in a mount namespace of its own, with the database on a small tmpfs.
"""
import errno
import os
import subprocess
import sys
import tempfile
import unittest

from queue_load import Load

INSIDE = "QUEUE_FULL_FOLDER"


class Full(unittest.TestCase):
    def fill(self, path):
        """Takes every byte that is left."""
        with open(path, "wb", buffering=0) as file:
            for size in (65536, 4096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError as error:
                    self.assertEqual(error.errno, errno.ENOSPC)

    def test_full_disk(self):
        folder = os.environ[INSIDE]
        ballast = os.path.join(folder, "ballast")
        load = Load(os.path.join(folder, "queue.db"), report_bytes=5000)
        self.addCleanup(load.stop)
        load.start()
        for _ in range(3):
            accepted = len(load.accepted)
            self.assertTrue(load.wait_for(lambda: len(load.accepted) > accepted + 20), "no work before the disk is full")
            load.errors.clear()
            self.fill(ballast)
            self.assertTrue(load.wait_for(lambda: len(load.errors) > 20), "a full disk was not noticed")
            self.assertEqual({error[1:] for error in load.errors}, {(errno.ENOSPC, "system")})
            self.assertIsNone(load.process.poll(), "the service died of a full disk")
            os.unlink(ballast)
            finished = len(load.finished)
            self.assertTrue(load.wait_for(lambda: len(load.finished) > finished + 5), "no work after room was made")
            self.assertEqual(load.faults()[:5], [])
        # Full, and killed while it is.
        load.errors.clear()
        self.fill(ballast)
        self.assertTrue(load.wait_for(lambda: len(load.errors) > 20))
        load.kill()
        os.unlink(ballast)
        self.assertEqual(load.drain(), 0)
        self.assertEqual(load.faults()[:5], [])
        self.assertEqual(load.rows("SELECT DISTINCT state FROM job"), [("graded",)])


def in_a_namespace():
    with tempfile.TemporaryDirectory() as folder:
        unshare = ["unshare", "--mount", "--propagation", "private"]
        if os.geteuid() != 0:
            unshare.append("--map-root-user")
        script = 'mount -t tmpfs -o size=256m,mode=700 tmpfs "$0" && exec "$@"'
        return subprocess.call([*unshare, "sh", "-c", script, folder, sys.executable, "-B", __file__],
                               env={**os.environ, INSIDE: folder})


if __name__ == "__main__":
    if INSIDE in os.environ:
        unittest.main()
    sys.exit(in_a_namespace())
