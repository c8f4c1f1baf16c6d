"""queue_worker driven from outside: what it promised, and what the database holds."""
import os
import signal
import sqlite3
import subprocess
import threading
import time

WORKER = os.environ["QUEUE_WORKER"]


class Load:
    """One run of the worker after another on one database."""

    def __init__(self, database, report_bytes=300, hands=4):
        self.database, self.report_bytes = database, report_bytes
        self.next = [0] * hands   # the first number of each hand that was not acknowledged
        self.accepted = {}        # key -> id
        self.finished = set()
        self.twice = []
        self.errors = []          # (what, errno, kind)
        self.process = self.reader = None
        self.ready = threading.Event()

    def start(self, drain=False):
        starts = [] if drain else [str(n) for n in self.next]
        self.ready.clear()
        self.process = subprocess.Popen([WORKER, self.database, str(self.report_bytes), *starts],
                                        stdout=subprocess.PIPE)
        self.reader = threading.Thread(target=self._read)
        self.reader.start()
        if not self.ready.wait(60):
            self.kill()
            raise AssertionError("the worker did not open the queue")

    def _read(self):
        for raw in self.process.stdout:
            if not raw.endswith(b"\n"):
                break  # killed in the middle of a line
            self._line(raw.decode().split())
        self.ready.set()

    def _line(self, words):
        if words[0] == "READY":
            self.ready.set()
        elif words[0] == "A":
            key, submission = words[1], words[2]
            if self.accepted.setdefault(key, submission) != submission:
                self.twice.append(key)
            hand, number = map(int, key.split("-"))
            self.next[hand] = max(self.next[hand], number + 1)
        elif words[0] == "F":
            if words[1] in self.finished:
                self.twice.append(words[1])
            self.finished.add(words[1])
        elif words[0] == "E":
            self.errors.append((words[1], int(words[2]), words[3]))

    def stop(self):
        """Whatever happened."""
        if self.process and self.process.poll() is None:
            self.kill()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()

    def drain(self):
        self.start(drain=True)
        code = self.process.wait(timeout=120)
        self.reader.join()
        self.process.stdout.close()
        return code

    def wait_for(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.01)
        return False

    def rows(self, sql):
        database = sqlite3.connect(self.database, timeout=30)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def faults(self):
        """What was promised and is not so: an empty list when all is well."""
        accepted, finished = dict(self.accepted), set(self.finished)
        database = sqlite3.connect(self.database, timeout=30, isolation_level=None)
        try:
            database.execute("BEGIN")  # one snapshot: the worker may be running
            return self._faults(lambda sql: database.execute(sql).fetchall(), accepted, finished)
        finally:
            database.close()

    def _faults(self, rows, accepted, finished):
        stored = dict(rows("SELECT k.key, s.id FROM idempotency k JOIN submission s ON s.n = k.submission"))
        marks = rows("SELECT s.id, (SELECT count(*) FROM report r WHERE r.job = j.n),"
                          " (SELECT count(*) FROM mark_event e WHERE e.submission = s.n), j.state"
                          " FROM submission s JOIN job j ON j.submission = s.n")
        graded = {row[0] for row in marks if row[3] == "graded"}
        found = [f"key with two ids, or finished twice: {key}" for key in self.twice]
        found += [f"accepted and lost: {key}" for key, value in accepted.items() if stored.get(key) != value]
        found += [f"finished and lost: {submission}" for submission in finished - graded]
        found += [f"report or mark not once: {row}" for row in marks
                  if (row[1], row[2]) != ((1, 1) if row[3] == "graded" else (0, 0))]
        submissions = rows("SELECT count(*), count(DISTINCT id) FROM submission")[0]
        if submissions != (len(stored), len(stored)):
            found.append(f"{submissions} submissions for {len(stored)} keys")
        if rows("PRAGMA integrity_check") != [("ok",)]:
            found.append("the database is damaged")
        return found
