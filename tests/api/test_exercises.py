"""Exercises as a student may see them; changes on the disk; previews; health and figures; the table of routes."""
import json
import pathlib
import re
import shutil
import subprocess
import time
import unittest

from service import EXERCISE, ROOT, Service, binary, write_exercise


class Exercises(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def until(self, check):
        for _ in range(100):
            if check():
                return
            time.sleep(0.05)
        self.fail("it did not happen within five seconds")

    def test_list(self):
        reply = self.service.get("/api/v1/exercises")
        rows = {row["id"]: row for row in reply.json["exercises"]}
        row = rows["algorithmique.maximum"]
        self.assertEqual(row["title"]["fr"], "Maximum <d'une> liste")
        self.assertEqual(row["topics"], ["algorithmique", "tableaux"])
        self.assertEqual((row["points"], row["questions"], row["minutes"], row["difficulty"]), ("20", 1, 10, 2))

    def test_detail_is_safe_for_students(self):
        reply = self.service.get("/api/v1/exercises/algorithmique.maximum")
        detail = reply.json
        for secret in ("SECRET", "returns", "tests", "solution", "maximum([3"):
            self.assertNotIn(secret, reply.text)
        question = detail["questions"][0]
        self.assertEqual((question["id"], question["kind"], question["points"]), ("maximum", "python-function", "20"))
        self.assertEqual((question["entry"], question["params"]), ("maximum", ["l"]))
        self.assertIn("def maximum(l):", question["starter"])
        html = detail["statement"]["fr"]["html"]
        self.assertIn("<code>maximum(l)</code>", html)
        self.assertNotIn("<script", html)
        self.assertNotIn("javascript:", html)
        self.assertIn('<a href="https://example.org/">', html)
        self.assertRegex(detail["digest"], "^sha256:[0-9a-f]{64}$")

    def test_etag(self):
        for path in ("/api/v1/exercises", "/api/v1/exercises/algorithmique.maximum"):
            reply = self.service.get(path)
            again = self.service.get(path, If_None_Match=reply.headers["ETag"])
            self.assertEqual((again.status, again.body), (304, b""))
            self.assertEqual(again.headers["ETag"], reply.headers["ETag"])
            self.assertEqual(self.service.get(path, If_None_Match='"other"').status, 200)

    def test_unknown(self):
        reply = self.service.get("/api/v1/exercises/algorithmique.maximun")
        self.assertEqual((reply.status, reply.json["near"]), (404, "algorithmique.maximum"))
        for name in ("..", "%2e%2e%2fetc", "algorithmique", "algorithmique%2fmaximum", "x" * 3000, "%00", "%ff"):
            with self.subTest(name=name[:20]):
                self.assertEqual(self.service.get("/api/v1/exercises/" + name).status, 404)

    def test_changes_on_the_disk(self):
        root = pathlib.Path(self.service.exercises)
        path = "/api/v1/exercises/neuf.exercice"
        self.assertEqual(self.service.get(path).status, 404)
        folder = write_exercise(root, "neuf/exercice")
        self.until(lambda: self.service.get(path).status == 200)
        first = self.service.get(path).json["digest"]
        (folder / "statement.fr.md").write_text("Autre énoncé.\n", encoding="utf-8")
        self.until(lambda: self.service.get(path).json["digest"] != first)
        self.assertIn("Autre", self.service.get(path).json["statement"]["fr"]["html"])
        # A broken file does not take the exercise away.
        (folder / "exercise.json").write_text('{"format": 1,', encoding="utf-8")
        self.until(lambda: self.service.get("/readyz").json["broken_exercises"] == 1)
        self.assertEqual(self.service.get(path).status, 200)
        self.assertIn("neuf.exercice does not load", self.service.log())
        (folder / "exercise.json").write_text(json.dumps(EXERCISE), encoding="utf-8")
        self.until(lambda: self.service.get("/readyz").json["broken_exercises"] == 0)
        shutil.rmtree(root / "neuf")
        self.until(lambda: self.service.get(path).status == 404)

    def test_pages_of_the_list(self):
        root = pathlib.Path(self.service.exercises)
        for i in range(5):
            write_exercise(root, f"pages/e{i}", {**EXERCISE, "topics": ["pages"]})
        self.until(lambda: len(self.service.get("/api/v1/exercises?topic=pages").json["exercises"]) == 5)
        seen, after = [], ""
        while after is not None:
            page = self.service.get(f"/api/v1/exercises?topic=pages&limit=2&after={after}").json
            seen += [row["id"] for row in page["exercises"]]
            after = page["next"]
        self.assertEqual(seen, [f"pages.e{i}" for i in range(5)])
        self.assertEqual(self.service.get("/api/v1/exercises?limit=x").status, 400)
        shutil.rmtree(root / "pages")

    def test_preview(self):
        path = "/api/v1/exercises/algorithmique.maximum/preview"
        reply = self.service.post(path, {"answers": {"maximum": "def"}})
        self.assertEqual((reply.status, reply.json["readable"]), (200, True))
        reply = self.service.post(path, {"answers": {"maximum": "syntax"}})
        self.assertEqual(reply.json["questions"][0]["reading"], "unreadable")
        cases = [
            ({"answers": {"x": "y"}}, 422), ({"answers": {"maximum": 1}}, 422), ({"answers": []}, 422), ({}, 400), ([], 400),
            ({"answer": {}}, 400), ("{", 400), ({"answers": {"maximum": "nobody"}}, 503),
        ]
        for value, status in cases:
            with self.subTest(value=value):
                self.assertEqual(self.service.post(path, value).status, status)
        self.assertEqual(self.service.post("/api/v1/exercises/rien/preview", {"answers": {}}).status, 404)
        self.assertIn('bareme_jobs{state="graded"} 0', self.service.get("/metrics").text)

    def test_health(self):
        self.assertEqual(self.service.get("/healthz").json, {"alive": True})
        ready = self.service.get("/readyz")
        self.assertEqual((ready.status, ready.json["ready"], ready.json["graders"]), (200, True, 1))

    def test_metrics(self):
        self.service.get("/healthz")
        text = self.service.get("/metrics").text
        self.assertRegex(text, r'bareme_http_requests_total\{method="GET",route="/healthz",code="2xx"\} \d+')
        names = set()
        for line in text.splitlines():
            if line.startswith("#"):
                self.assertRegex(line, r"^# (HELP|TYPE) [a-z_]+ .+")
                continue
            self.assertRegex(line, r'^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+$')
            names.add(re.match("[a-z_]+", line)[0])
        self.assertIn("bareme_jobs", names)
        self.assertIn("bareme_exercises", names)

    def test_head_and_methods(self):
        head = self.service.call("HEAD", "/api/v1/exercises")
        self.assertEqual((head.status, head.body), (200, b""))
        reply = self.service.call("DELETE", "/api/v1/submissions")
        self.assertEqual((reply.status, reply.headers["Allow"]), (405, "POST"))
        self.assertEqual(reply.json["type"], "/problems/wrong-method")
        reply = self.service.call("PUT", "/api/v1/exercises", b"{}")
        self.assertEqual((reply.status, reply.headers["Allow"]), (405, "GET, HEAD"))
        self.assertEqual(self.service.get("/api/v1/nothing").json["type"], "/problems/no-such-page")
        self.assertEqual(self.service.get("/api/v2/exercises").status, 404)


class Document(unittest.TestCase):
    """docs/openapi.yaml against the table of routes. The reader of YAML is as small as the file's own style allows."""

    def setUp(self):
        self.text = (ROOT / "docs" / "openapi.yaml").read_text(encoding="utf-8")

    def operations(self):
        found, path, method = {}, None, None
        inside = False
        for line in self.text.splitlines():
            if re.match(r"^\S", line):
                inside = line.startswith("paths:")
            if not inside:
                continue
            if match := re.match(r"^  (/\S*):$", line):
                path = match[1]
            elif match := re.match(r"^    (get|post|put|delete|patch):$", line):
                method = match[1].upper()
                found[method, path] = None
            elif match := re.match(r"^      security: (.*)$", line):
                scopes = re.findall(r"bearer: \[([a-z-]*)\]", match[1])
                found[method, path] = scopes[0] if scopes else "-"
        return found

    def test_same_routes_and_scopes(self):
        lines = subprocess.run([binary("FRONT_ALONE"), "--routes"], capture_output=True, text=True, check=True).stdout
        routes = {}
        for line in lines.splitlines():
            method, path, scope = line.split()
            routes[method, path] = scope
        pages = {key for key in routes if not key[1].startswith("/api/") and key[1] not in ("/healthz", "/readyz", "/metrics")}
        self.assertEqual(len(pages), 5)
        for key in pages:
            del routes[key]
        self.assertGreater(len(routes), 8)
        self.assertEqual(self.operations(), routes)

    def test_all_problem_types_are_documented(self):
        source = (ROOT / "engine" / "http" / "src" / "problem.c").read_text(encoding="utf-8")
        codes = set(re.findall(r'^\t\{ "([a-z-]+)", \d{3}', source, re.M))
        self.assertGreater(len(codes), 20)
        for code in codes:
            self.assertIn("/problems/" + code, self.text)

    def test_references_lead_somewhere(self):
        for reference in set(re.findall(r'\$ref: "#/components/(\w+/\w+)"', self.text)):
            section, name = reference.split("/")
            self.assertRegex(self.text, rf"(?ms)^  {section}:$.*?^    {name}:$", reference)


if __name__ == "__main__":
    unittest.main()
