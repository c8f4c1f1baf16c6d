#!/usr/bin/python3
"""Whatever dies, at whatever moment: every accepted submission is marked exactly once, with the mark that it deserves.

    BAREME=build/dev/bin/bareme python3 -m unittest test_faults
"""
import hashlib
import os
import random
import signal
import subprocess
import threading
import time
import unittest

from service import ANSWERS, BAREME, ENDLESS, Service, processes

SEED = int(os.environ.get("BAREME_FAULTS_SEED", random.randrange(10 ** 6)))


class Load:
    """Threads that post numbered answers and insist, under the same key, until each is accepted."""

    def __init__(self, service, count, threads=4, first=0):
        self.service, self.accepted, self.lock = service, {}, threading.Lock()
        self.numbers = iter(range(first, first + count))
        self.stop = threading.Event()
        self.threads = [threading.Thread(target=self.run) for _ in range(threads)]
        self.error = None

    def next_number(self):
        with self.lock:
            return next(self.numbers, None)

    def run(self):
        try:
            while not self.stop.is_set():
                number = self.next_number()
                if number is None:
                    return
                self.insist(number)
        except Exception as error:  # shown by the test's own thread
            self.error = error

    def insist(self, number):
        end = time.monotonic() + 60
        while not self.stop.is_set():
            submission = self.service.post(number)
            if submission:
                with self.lock:
                    self.accepted[number] = submission
                return
            if time.monotonic() > end:
                raise AssertionError(f"submission {number} was never accepted")
            time.sleep(0.02)

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def running(self):
        return any(thread.is_alive() for thread in self.threads)

    def join(self):
        for thread in self.threads:
            thread.join()
        if self.error:
            raise self.error


class Faults(unittest.TestCase):
    def setUp(self):
        self.service = Service()
        self.addCleanup(self.service.close)
        self.random = random.Random(f"{SEED}-{self.id()}")
        self.addCleanup(lambda: self._outcome.success or print(f"\nBAREME_FAULTS_SEED={SEED}"))

    def check_marks(self, load, total=None):
        """Exactly one report and one mark event for each accepted submission, and nothing but those."""
        self.assertEqual(self.service.wait_until_done(), {"graded": total or len(load.accepted)},
                         self.service.rows("SELECT state, failures, kills, why FROM job WHERE state <> 'graded'"))
        for number, submission in load.accepted.items():
            found = self.service.rows(
                "SELECT job.state, count(DISTINCT report.job), count(DISTINCT mark_event.n), max(report.mark),"
                " max(mark_event.mark) FROM submission JOIN job ON job.submission = submission.n"
                " LEFT JOIN report ON report.job = job.n LEFT JOIN mark_event ON mark_event.submission = submission.n"
                " WHERE submission.id = ?", submission)
            mark = ANSWERS[number % len(ANSWERS)][1]
            self.assertEqual(found, [("graded", 1, 1, mark, mark)], f"submission {number}")
        if total is None:
            self.assertEqual(self.service.rows("SELECT count(*) FROM submission"), [(len(load.accepted),)])

    def harass(self, role, kills, count=150):
        """Posts while somebody of that role is killed at random moments."""
        self.service.start()
        load = Load(self.service, count).start()
        done = 0
        while done < kills:
            time.sleep(self.random.uniform(0.05, 0.4))
            done += self.service.kill_one(role, self.random.randrange(2))
        load.join()
        self.retry_the_quarantined(kills // 2 if role == "grader" else 0)
        self.check_marks(load)

    def retry_the_quarantined(self, at_most):
        """What two graders died of is set aside, by the rule; here somebody else killed them, and an operator says so."""
        self.service.wait_until_done()
        found = self.service.rows("SELECT submission.id, job.kills FROM job JOIN submission ON job.submission = submission.n"
                                  " WHERE job.state = 'quarantined'")
        self.assertLessEqual(len(found), at_most, found)
        for submission, kills in found:
            self.assertEqual(kills, 2, submission)
            self.assertEqual(self.service.call("POST", f"/submissions/{submission}/retry")[0], 200)

    def wait_for_graders(self, count):
        end = time.monotonic() + 20
        while (found := self.service.call("GET", "/readyz", root="")) and found[1]["graders"] != count:
            self.assertLess(time.monotonic(), end, found)
            time.sleep(0.02)
        self.assertEqual(found[0], 200)

    def test_idle_zygotes_and_graders_killed(self):
        """Nobody was at work: no job is blamed, and the next one finds a grader."""
        self.service.start()
        for role in ("zygote", "grader"):
            self.wait_for_graders(2)
            before = set(self.service.pids("grader"))
            for index in range(2):
                self.service.kill_one(role, index)
            end = time.monotonic() + 20
            while before & set(self.service.pids("grader")):
                self.assertLess(time.monotonic(), end, f"killed: {role}")
                time.sleep(0.02)
        self.wait_for_graders(2)
        load = Load(self.service, 10).start()
        load.join()
        self.check_marks(load)
        self.assertEqual(self.service.rows("SELECT max(failures), max(kills) FROM job"), [(0, 0)])

    def test_undisturbed(self):
        self.service.start()
        self.wait_for_graders(2)
        load = Load(self.service, 60).start()
        load.join()
        self.check_marks(load)
        # A lease that no grader came for goes back unblamed, and counts as a try: on a slow machine there may be some.
        self.assertEqual(self.service.rows("SELECT max(failures), max(kills) FROM job"), [(0, 0)])

    def test_graders_killed(self):
        self.harass("grader", 4)

    def test_zygotes_killed(self):
        self.harass("zygote", 4)

    def test_front_killed(self):
        self.harass("front", 4)

    def test_everything_killed(self):
        self.service.start()
        load = Load(self.service, 200).start()
        for _ in range(4):
            time.sleep(self.random.uniform(0.1, 0.8))
            self.service.kill_everything()
            self.service.start()
        load.join()
        self.check_marks(load)

    def test_no_run_outlives_its_grader(self):
        self.service.start()
        self.wait_for_graders(2)
        for round_number in range(3):
            submission = self.service.post(1000 + round_number, code=ENDLESS)
            end = time.monotonic() + 10
            while not self.runs():
                self.assertLess(time.monotonic(), end)
            before = self.runs()
            for index in range(2):
                self.service.kill_one("grader", index)
            while left := before & set(self.service.descendants()):
                self.assertLess(time.monotonic(), end, [command(pid) for pid in left])
                time.sleep(0.01)
            self.service.call("GET", f"/submissions/{submission}")
            self.wait_for_graders(2)

    def runs(self):
        """Clones of zygotes: what runs the interpreter and is not a child of the supervisor. Who was born between the two looks is left out."""
        parents = {pid: parent for pid, (parent, _) in processes().items()}
        return {pid for pid, words in self.service.descendants().items()
                if words and os.path.basename(words[0]) == "bareme-python"
                and parents.get(pid, self.service.process.pid) != self.service.process.pid}

    def test_supervisor_killed(self):
        self.service.start()
        endless = self.service.post(1000, code=ENDLESS)
        load = Load(self.service, 60).start()
        time.sleep(0.3)
        family = set(self.service.descendants())
        os.kill(self.service.process.pid, signal.SIGKILL)
        self.service.process.wait()
        self.service.process.stdout.close()
        end = time.monotonic() + 5
        while left := {pid for pid in family if os.path.exists(f"/proc/{pid}") and not is_zombie(pid)}:
            self.assertLess(time.monotonic(), end, f"outlived the supervisor: {[command(pid) for pid in left]}")
            time.sleep(0.02)
        self.service.start()
        load.join()
        self.check_marks(load, total=61)
        self.assertEqual(self.mark_of(endless), 0)

    def test_stop_under_load(self):
        self.service.start()
        load = Load(self.service, 400).start()
        time.sleep(0.5)
        family = set(self.service.descendants())
        self.assertEqual(self.service.terminate(), 0, self.service.read_log())
        load.stop.set()
        load.join()
        self.assertEqual([command(pid) for pid in family if os.path.exists(f"/proc/{pid}")], [])
        states = self.service.states()
        self.assertNotIn("leased", states)  # nothing was left hanging: begun ones are marked, others given back
        self.assertGreater(states.get("graded", 0), 0)
        self.assertEqual(self.service.rows("SELECT sum(failures) FROM job"), [(0,)])
        self.service.start()
        self.check_marks(load, total=sum(states.values()))

    def test_graders_survive_signals_to_the_group(self):
        """Ctrl-C in a terminal reaches every process of the group; only the supervisor may act on it."""
        self.service.start()
        load = Load(self.service, 40).start()
        time.sleep(0.2)
        os.killpg(self.service.process.pid, signal.SIGINT)
        self.assertEqual(self.service.process.wait(60), 0, self.service.read_log())
        self.service.process.stdout.close()
        load.stop.set()
        load.join()
        self.assertEqual(self.service.rows("SELECT sum(kills), sum(failures) FROM job"), [(0, 0)],
                         self.service.read_log())

    def test_endless_loops_beside_honest_answers(self):
        """A time-out is confirmed alone on the machine; meanwhile honest answers wait, and none of them times out."""
        self.service.start()
        loops = [self.service.post(1000 + i, code=ENDLESS) for i in range(2)]
        load = Load(self.service, 30).start()
        load.join()
        self.assertEqual(self.service.wait_until_done(), {"graded": 32})
        for number, submission in load.accepted.items():
            self.assertEqual(self.mark_of(submission), ANSWERS[number % len(ANSWERS)][1])
        for submission in loops:
            _, reply = self.service.call("GET", f"/submissions/{submission}")
            self.assertEqual(self.mark_of(submission), 0)
            outcomes = {test["outcome"] for test in reply["report"]["questions"][0]["tests"]}
            self.assertIn("timeout", outcomes)
            self.assertLessEqual(outcomes, {"timeout", "skipped"})

    def mark_of(self, submission):
        [(mark,)] = self.service.rows("SELECT report.mark FROM report JOIN job ON report.job = job.n JOIN submission"
                                      " ON job.submission = submission.n WHERE submission.id = ?", submission)
        return mark

    def test_sighup_changes_nothing(self):
        self.service.start()
        before = sorted(self.service.descendants())
        self.service.process.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        self.assertEqual(sorted(self.service.descendants()), before)
        self.assertIsNotNone(self.service.post(0))


class Refusals(unittest.TestCase):
    def setUp(self):
        self.service = Service(graders=1)
        self.addCleanup(self.service.close)

    def refused(self, command):
        result = subprocess.run(command, capture_output=True, timeout=60, check=False)
        self.assertEqual(result.stdout, b"")
        self.assertNotIn(b"Sanitizer", result.stderr)
        return result.returncode, result.stderr.decode()

    def test_open_address_without_tokens(self):
        code, said = self.refused([BAREME, "serve", "--listen", "0.0.0.0:0", "--data", self.service.data,
                                   "--exercises", self.service.exercises])
        self.assertEqual(code, 3, said)
        self.assertIn("token", said)

    def test_no_exercises(self):
        code, said = self.refused([BAREME, "serve", "--listen", "127.0.0.1:0", "--data", self.service.data,
                                   "--exercises", "/nowhere"])
        self.assertEqual(code, 3, said)
        self.assertIn("/nowhere", said)

    def test_exercises_where_the_front_writes(self):
        self.service.start()
        self.service.terminate()
        inside = os.path.join(self.service.data, "exercises")
        os.mkdir(inside)
        command = self.service.command()
        command[command.index("--exercises") + 1] = inside
        code, said = self.refused(command)
        self.assertEqual(code, 3, said)
        self.assertIn("data folder", said)

    def test_second_service_on_the_same_data(self):
        self.service.start()
        command = self.service.command()
        command[command.index("--listen") + 1] = "127.0.0.1:0"
        code, said = self.refused(command)
        self.assertEqual(code, 3)
        self.assertIn("another service", said)

    def test_broken_database(self):
        os.makedirs(self.service.data)
        with open(self.service.database, "wb") as file:
            file.write(b"SQLite format 3\0" + bytes(range(256)) * 64)
        code, said = self.refused(self.service.command())
        self.assertNotEqual(code, 0)
        self.assertIn("front", said)

    def test_port_taken(self):
        self.service.start()
        command = self.service.command()
        command[command.index("--data") + 1] = os.path.join(self.service.folder, "other")
        code, said = self.refused(command)
        self.assertEqual(code, 3, said)

    def test_tokens_that_only_the_starter_may_read(self):
        tokens = os.path.join(self.service.folder, "tokens")

        def write(*known):
            with open(tokens + ".new", "w", encoding="utf-8") as file:
                for word in known:
                    file.write(f"platform submit,read sha256:{hashlib.sha256(word.encode()).hexdigest()}\n")
            os.chmod(tokens + ".new", 0o600)
            os.rename(tokens + ".new", tokens)

        def status(word):
            return self.service.call("GET", "/changes", headers={"Authorization": f"Bearer {word}"})[0]

        write("first-token-that-is-long")
        self.service.start("--token-file", tokens)
        self.assertEqual(status("first-token-that-is-long"), 200)
        self.assertEqual(status("another-token-that-is-long"), 401)
        write("another-token-that-is-long")  # the first one is revoked while the service runs
        end = time.monotonic() + 20
        while status("first-token-that-is-long") == 200:
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)
        self.assertEqual(status("another-token-that-is-long"), 200)

    def test_roles_run_as_nobody_when_root(self):
        if os.geteuid() != 0:
            return  # then everything runs as the one who started it
        self.service.start()
        for role in ("front", "grader"):
            for pid in self.service.pids(role):
                with open(f"/proc/{pid}/status", encoding="utf-8") as file:
                    fields = dict(line.split(":\t", 1) for line in file if ":\t" in line)
                self.assertNotIn("0", fields["Uid"].split(), role)
                self.assertNotIn("0", fields["Gid"].split(), role)
                self.assertEqual(fields["Groups"].strip(), "", role)
                self.assertEqual(int(fields["CapEff"], 16), 0, role)
                self.assertEqual(int(fields["CapPrm"], 16), 0, role)
                self.assertEqual(fields["NoNewPrivs"].strip(), "1", role)
        self.assertEqual(os.stat(self.service.data).st_mode & 0o7777, 0o700)


def is_zombie(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def command(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().decode(errors="replace").replace("\0", " ")
    except OSError:
        return ""


if __name__ == "__main__":
    unittest.main()
