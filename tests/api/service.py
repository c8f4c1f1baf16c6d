"""Starting the front (with its false desk, or the whole service) and talking to it. Standard library only."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

EXERCISE = {
    "format": 1,
    "title": {"fr": "Maximum <d'une> liste", "en": "Maximum of a list"},
    "year": 1,
    "topics": ["algorithmique", "tableaux"],
    "difficulty": 2,
    "minutes": 10,
    "licence": "CC-BY-SA-4.0",
    "questions": [
        {
            "id": "maximum",
            "kind": "python-function",
            "points": 20,
            "entry": "maximum",
            "params": ["l"],
            "tests": [
                {"call": "maximum([3, 1, 2])", "returns": "3", "hint": "SECRET-HINT"},
                {"call": "maximum([-5])", "returns": "-5"},
            ],
        }
    ],
}
STATEMENT = (
    "Écrivez `maximum(l)`.\n\n<script>alert(1)</script>\n\n"
    "[piège](javascript:alert(1)) et [lien](https://example.org/)\n"
)


def binary(name):
    path = os.environ.get(name)
    if path:
        return path
    found = sorted(ROOT.glob("build/*/bin/" + {"FRONT_ALONE": "front_alone", "BAREME": "bareme"}[name]))
    if not found:
        raise SystemExit(f"{name} is not set and nothing is built")
    return str(found[-1])


def write_exercise(root, name="algorithmique/maximum", spec=None, statement=STATEMENT):
    folder = pathlib.Path(root) / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exercise.json").write_text(json.dumps(spec or EXERCISE), encoding="utf-8")
    (folder / "statement.fr.md").write_text(statement, encoding="utf-8")
    (folder / "starter.py").write_text("def maximum(l):\n    # </textarea><b>à vous</b>\n    ...\n", encoding="utf-8")
    (folder / "solution.py").write_text("def maximum(l):\n    SECRET_SOLUTION = max(l)\n    return SECRET_SOLUTION\n")
    return folder


class Reply:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.body)


class Service:
    """One front in a folder of its own."""

    def __init__(self, *args, exercises=None):
        self.folder = tempfile.mkdtemp(prefix="bareme-api-")
        os.chmod(self.folder, 0o711)  # started as root, the front is another user
        self.exercises = exercises or os.path.join(self.folder, "exercises")
        self.data = os.path.join(self.folder, "data")
        if exercises is None:
            write_exercise(self.exercises)
        self.args = list(args)
        self.process = None
        self.start()

    def start(self):
        os.makedirs(self.data, exist_ok=True)
        command = [binary("FRONT_ALONE"), "--data", self.data, "--exercises", self.exercises, *self.args]
        self.errors = open(os.path.join(self.folder, "log"), "a+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening "):
            self.process.wait()
            raise AssertionError(f"the front did not start: {line!r} {self.log()}")
        self.port = int(line.split()[1])
        self.host = f"127.0.0.1:{self.port}"
        # It says so before it serves: the socket listens already, so this waits in its backlog.
        self.get("/healthz")

    def log(self):
        self.errors.flush()
        return pathlib.Path(self.folder, "log").read_text(encoding="utf-8")

    def stop(self, sig=signal.SIGTERM, timeout=30):
        if self.process.poll() is None:
            self.process.send_signal(sig)
        code = self.process.wait(timeout)
        self.process.stdout.close()
        self.errors.close()
        return code

    def close(self):
        """Stops it in order; whatever a sanitizer found makes the exit code, and the test, bad."""
        code = self.stop() if self.process.poll() is None else self.process.returncode
        log = pathlib.Path(self.folder, "log").read_text(encoding="utf-8", errors="replace")
        shutil.rmtree(self.folder, ignore_errors=True)
        if code != 0 or "runtime error" in log or "Sanitizer" in log:
            raise AssertionError(f"the front ended with {code}: {log[-8000:]}")

    def connect(self, timeout=30):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def call(self, method, path, body=None, headers=None, timeout=30):
        connection = self.connect(timeout)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return Reply(response, response.read())
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.call("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def post(self, path, value, headers=None, timeout=40):
        body = value if isinstance(value, (bytes, str)) else json.dumps(value)
        if isinstance(body, str):
            body = body.encode("utf-8")
        return self.call("POST", path, body, {"Content-Type": "application/json", **(headers or {})}, timeout)

    def submit(self, answer="good", wait=None, student="p-1", headers=None, **more):
        sent = dict(headers or {})
        if wait is not None:
            sent["Prefer"] = f"wait={wait}"
        value = {"exercise": "algorithmique.maximum", "student": student, "answers": {"maximum": answer}, **more}
        return self.post("/api/v1/submissions", value, sent)


def together(count, work):
    """Runs work(i) in `count` threads at once; the results in order, the first exception raised."""
    results, errors = [None] * count, []

    def run(i):
        try:
            results[i] = work(i)
        except Exception as error:  # noqa: BLE001 - told to the test below
            errors.append(error)

    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results
