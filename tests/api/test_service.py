"""The whole service, `bareme serve`: real graders, over HTTP and in the page; killed with everything in flight and started again."""
import os
import pathlib
import re
import signal
import subprocess
import time
import unittest
import urllib.parse

from service import ROOT, Service, binary, together

RIGHT = (ROOT / "exercises/algorithmique/maximum/solution.py").read_text(encoding="utf-8")
WRONG = "def maximum(l):\n    print('x')\n    return 0\n"


class Whole(Service):
    """As Service, with the real thing behind it."""

    def __init__(self, *args):
        super().__init__(*args, exercises=str(ROOT / "exercises"))

    def start(self):
        command = [binary("BAREME"), "serve", "--listen", "127.0.0.1:0", "--data", self.data, "--exercises", self.exercises,
                   *self.args]
        self.errors = open(os.path.join(self.folder, "log"), "a+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True,
                                        env={**os.environ, "LC_ALL": "C.UTF-8"}, start_new_session=True)
        line = self.process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not match:
            self.process.wait()
            raise AssertionError(f"the service did not start: {line!r} {self.log()}")
        self.port = int(match[1])
        self.host = f"127.0.0.1:{self.port}"

    def kill_all(self):
        """-9 for the supervisor and everything it started."""
        found = [self.process.pid]
        for pid in found:
            for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
                found += [int(child) for child in task.read_text().split()]
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        self.process.stdout.close()
        self.errors.close()


class RealMarks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Whole()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def test_right_and_wrong(self):
        right = self.service.submit(RIGHT, wait=20)
        self.assertEqual((right.status, right.json["report"]["score"]["mark"]), (200, "20.00"))
        wrong = self.service.submit(WRONG, wait=20)
        report = wrong.json["report"]
        self.assertEqual((wrong.status, report["score"]["mark"]), (200, "0.00"))
        failed = report["questions"][0]["tests"][0]
        self.assertEqual((failed["outcome"], failed["expected"], failed["got"]), ("failed", "3", "0"))

    def test_syntax_error_costs_nothing(self):
        report = self.service.submit("def maximum(l:", wait=20).json["report"]
        self.assertEqual(report["verdict"], "unreadable")

    def test_preview(self):
        reply = self.service.post("/api/v1/exercises/algorithmique.maximum/preview", {"answers": {"maximum": "def f(:"}})
        self.assertEqual((reply.status, reply.json["readable"]), (200, False))
        reply = self.service.post("/api/v1/exercises/algorithmique.maximum/preview", {"answers": {"maximum": RIGHT}})
        self.assertEqual((reply.status, reply.json["readable"]), (200, True))

    def test_page(self):
        form = self.service.get("/exercices/algorithmique.maximum").text
        fields = dict(re.findall(r'type="hidden" name="([a-z]+)" value="([^"]*)"', form))
        reply = self.service.call("POST", "/exercices/algorithmique.maximum",
                                  urllib.parse.urlencode({**fields, "reponse.maximum": WRONG}),
                                  {"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(reply.status, 303)
        copy = self.service.get(reply.headers["Location"]).text
        self.assertIn("0,00 sur 20", copy)
        self.assertIn("échoué", copy)

    def test_every_shipped_exercise_marks_its_solution(self):
        """Where the engine derives the answer there is no solution to hand in: a blank copy is marked, with nothing."""
        rows = self.service.get("/api/v1/exercises").json["exercises"]
        self.assertGreater(len(rows), 10)

        def mark(i):
            name = rows[i]["id"]
            folder = ROOT / "exercises" / name.replace(".", "/")
            detail = self.service.get("/api/v1/exercises/" + name + "?student=solver").json
            solved = any(folder.rglob("solution.py"))
            answers = {}
            for question in detail["questions"]:
                own = folder / question["id"] / "solution.py"
                answers[question["id"]] = (own if own.exists() else folder / "solution.py").read_text(encoding="utf-8") if solved else ""
            reply = self.service.post("/api/v1/submissions", {"exercise": name, "student": "solver", "answers": answers},
                                      {"Prefer": "wait=30"})
            return name, solved, reply.json["report"]["score"]["mark"]

        marks = together(len(rows), mark)
        self.assertEqual({name for name, solved, mark in marks if mark != ("20.00" if solved else "0.00")}, set())
        self.assertGreater(sum(solved for _, solved, _ in marks), 10)


class Killed(unittest.TestCase):
    def test_everything_accepted_is_marked_exactly_once(self):
        service = Whole()
        try:
            accepted = []
            for round_number in range(3):
                replies = together(40, lambda i: service.submit(
                    RIGHT if i % 2 else WRONG, student=f"k-{round_number}-{i}",
                    headers={"Idempotency-Key": f"k-{round_number}-{i}"}))
                accepted += [(reply.json["id"], "20.00" if i % 2 else "0.00") for i, reply in enumerate(replies)]
                service.kill_all()
                service.start()
            again = service.submit(WRONG, student="k-0-0", headers={"Idempotency-Key": "k-0-0"})
            self.assertEqual(again.json["id"], accepted[0][0])
            deadline = time.monotonic() + 120
            for identity, mark in accepted:
                while True:
                    state = service.get("/api/v1/submissions/" + identity).json
                    if state["state"] == "graded" or time.monotonic() > deadline:
                        break
                    time.sleep(0.2)
                self.assertEqual((state["state"], state["report"]["score"]["mark"]), ("graded", mark))
            changes = service.get("/api/v1/changes?limit=1000").json["changes"]
            self.assertEqual(sorted(row["submission"] for row in changes), sorted(identity for identity, _ in accepted))
        finally:
            service.close()


if __name__ == "__main__":
    unittest.main()
