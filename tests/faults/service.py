"""A service under test: started on a free port with a folder of its own, watched through /proc, killed at will."""
import json
import os
import random
import select
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

BAREME = os.environ.get("BAREME", "bareme")

EXERCISE = {
    "format": 1, "title": "Le double", "year": 1, "topics": ["fonctions"], "difficulty": 1, "minutes": 2,
    "licence": "CC-BY-SA-4.0",
    "questions": [{
        "id": "double", "kind": "python-function", "points": 20, "entry": "double", "params": ["n"],
        "limits": {"cpu_ms": 250},
        "tests": [{"call": "double(%d)" % n, "returns": str(2 * n)} for n in (0, 1, -3, 21)],
    }],
}
ENDLESS = "def double(n):\n    while True:\n        pass\n"
# An answer and its mark. Each takes some milliseconds, so that there is always somebody at work to be killed.
BUSY = "    for _ in range(100000):\n        pass\n"
ANSWERS = [
    ("def double(n):\n" + BUSY + "    return 2 * n\n", 2000),
    ("def double(n):\n" + BUSY + "    return n * n\n", 500),
    ("def double(n):\n" + BUSY + "    return abs(n) * 2\n", 1500),
]


def free_port():
    """Below the range that outgoing connections take theirs from: a client that insists while nobody listens could
    otherwise connect to itself and keep the port."""
    while True:
        port = random.randrange(12000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def processes():
    """{pid: (parent, command line as a list)} of all that is alive."""
    found = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                after = file.read().rpartition(")")[2].split()
            with open(f"/proc/{name}/cmdline", "rb") as file:
                words = file.read().decode(errors="replace").split("\0")[:-1]
        except OSError:
            continue
        if after[0] != "Z":
            found[int(name)] = (int(after[1]), words)
    return found


class Service:
    def __init__(self, graders=2):
        self.folder = tempfile.mkdtemp(prefix="bareme-faults-")
        os.chmod(self.folder, 0o755)  # started by root, the front runs as somebody else
        self.exercises = os.path.join(self.folder, "exercises")
        self.data = os.path.join(self.folder, "data")
        self.database = os.path.join(self.data, "bareme.db")
        self.log = open(os.path.join(self.folder, "log"), "ab")
        self.port = free_port()
        self.graders = graders
        self.process = None
        self.write_exercise()

    def write_exercise(self):
        folder = os.path.join(self.exercises, "essai", "double")
        os.makedirs(folder)
        texts = {
            "exercise.json": json.dumps(EXERCISE), "statement.fr.md": "# Le double\n",
            "solution.py": "def double(n):\n    return 2 * n\n",
        }
        for name, text in texts.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)

    def command(self, *more):
        return [BAREME, "serve", "--listen", f"127.0.0.1:{self.port}", "--data", self.data, "--exercises",
                self.exercises, "--graders", str(self.graders), *more]

    def start(self, *more, timeout=60):
        self.process = subprocess.Popen(self.command(*more), stdout=subprocess.PIPE, stderr=self.log,
                                        start_new_session=True)
        ready, _, _ = select.select([self.process.stdout], [], [], timeout)
        line = self.process.stdout.readline().decode() if ready else ""
        if f"127.0.0.1:{self.port}" not in line:
            raise AssertionError(f"the service did not start: {line!r}\n{self.read_log()}")

    def read_log(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8", errors="replace") as file:
            return file.read()[-4000:]

    def check_log(self):
        """In a sanitized build: nothing was found in any process."""
        with open(self.log.name, encoding="utf-8", errors="replace") as file:
            text = file.read()
        for word in ("Sanitizer", "runtime error"):
            if word in text:
                raise AssertionError(text[max(0, text.index(word) - 200):][:4000])

    def close(self):
        if self.process and self.process.poll() is None:
            self.kill_everything()
        try:
            self.check_log()
        finally:
            self.log.close()
            self.remove()

    def remove(self):
        subprocess.run(["/bin/rm", "-rf", self.folder], check=False)

    # ---- who runs ----

    def descendants(self):
        alive, ours = processes(), {self.process.pid}
        while True:
            more = {pid for pid, (parent, _) in alive.items() if parent in ours} - ours
            if not more:
                return {pid: alive[pid][1] for pid in ours if pid in alive}
            ours |= more

    def pids(self, role):
        """Pids of "front", "grader" or "zygote"."""
        if role == "zygote":
            return [pid for pid, words in self.descendants().items()
                    if words and os.path.basename(words[0]) == "bareme-python" and self.is_child(pid)]
        return [pid for pid, words in self.descendants().items() if words[1:3] == ["role", role]]

    def is_child(self, pid):
        return processes().get(pid, (0,))[0] == self.process.pid

    def kill_one(self, role, index=0):
        pids = sorted(self.pids(role))
        if not pids:
            return False
        try:
            os.kill(pids[index % len(pids)], signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def kill_everything(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def terminate(self, timeout=60):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout)
        self.process.stdout.close()
        return code

    # ---- what it is asked ----

    def call(self, method, path, body=None, headers=None, root="/api/v1"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{root}{path}", method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **(headers or {})})
        try:
            with urllib.request.urlopen(request, timeout=20) as reply:
                return reply.status, json.loads(reply.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    def post(self, number, key=None, code=None):
        """Posts the answer of that number; the id when it was accepted, None when that is not known."""
        code = code or ANSWERS[number % len(ANSWERS)][0]
        body = {"exercise": "essai.double", "student": f"p-{number}", "answers": {"double": code}}
        try:
            status, reply = self.call("POST", "/submissions", body, {"Idempotency-Key": key or f"key-{number}"})
        except (OSError, ValueError):
            return None
        except Exception as error:  # http.client has its own family of broken connections
            if type(error).__module__ != "http.client":
                raise
            return None
        if status in (200, 202):
            return reply["id"]
        if status in (429, 503):
            return None
        raise AssertionError(f"{status}: {reply}")

    # ---- what is on disk ----

    def rows(self, sql, *values):
        for _ in range(100):
            try:
                connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
                try:
                    return connection.execute(sql, values).fetchall()
                finally:
                    connection.close()
            except sqlite3.OperationalError:
                time.sleep(0.05)  # the front is being started again
        raise AssertionError("the database cannot be read")

    def states(self):
        return dict(self.rows("SELECT state, count(*) FROM job GROUP BY state"))

    def wait_until_done(self, timeout=120):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            states = self.states()
            if not states.get("queued") and not states.get("leased"):
                return states
            time.sleep(0.05)
        raise AssertionError(f"not done in time: {self.states()}\n{self.read_log()}")
