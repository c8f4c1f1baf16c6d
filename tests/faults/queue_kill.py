"""kill -9 at any moment: what was acknowledged is there once, and nothing twice."""
import os
import random
import tempfile
import time
import unittest

from queue_load import Load

KILLS = int(os.environ.get("QUEUE_KILLS", "40"))


class Kill(unittest.TestCase):
    def test_killed_again_and_again(self):
        seed = int(os.environ.get("QUEUE_SEED", random.randrange(10**6)))
        chance = random.Random(seed)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        load = Load(os.path.join(folder.name, "queue.db"))
        self.addCleanup(load.stop)
        for kill in range(KILLS):
            load.start()
            time.sleep(chance.choice([0.0, 0.002, 0.02, 0.1, 0.3]) * chance.random())
            load.kill()
            load.start()
            self.assertEqual(load.faults()[:5], [], f"seed {seed}, kill {kill}")
            load.kill()
        self.assertGreater(len(load.accepted), 10 * KILLS, "the kills left no time for any work")
        self.assertGreater(len(load.finished), 0)
        self.assertEqual(load.drain(), 0)
        self.assertEqual(load.faults()[:5], [], f"seed {seed}, drained")
        self.assertEqual(load.rows("SELECT DISTINCT state FROM job"), [("graded",)])
        self.assertEqual(load.rows("SELECT max(kills) FROM job"), [(0,)])


if __name__ == "__main__":
    unittest.main()
