"""Handing in, reading back, batches, keys, waits, changes."""
import json
import time
import unittest

from service import Service, together


class Submissions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def problem(self, reply, status, kind, **more):
        self.assertEqual(reply.status, status, reply.text)
        self.assertEqual(reply.headers["Content-Type"], "application/problem+json")
        self.assertEqual(reply.json["type"], "/problems/" + kind)
        self.assertEqual(reply.json["status"], status)
        self.assertEqual(reply.json["request_id"], reply.headers["X-Request-Id"])
        self.assertTrue(reply.json["title"] and reply.json["detail"])
        for key, value in more.items():
            self.assertEqual(reply.json.get(key), value, reply.text)

    def test_accepted_then_graded(self):
        reply = self.service.submit("half")
        self.assertEqual(reply.status, 202)
        self.assertEqual(reply.json["state"], "queued")
        self.assertGreaterEqual(reply.json["position"], 1)
        path = reply.headers["Location"]
        self.assertEqual(path, "/api/v1/submissions/" + reply.json["id"])
        for _ in range(100):
            state = self.service.get(path)
            if state.json["state"] == "graded":
                break
            time.sleep(0.05)
        self.assertEqual(state.json["report"]["score"]["mark"], "10.00")
        self.assertEqual(state.json["student"], "p-1")
        self.assertRegex(state.json["received_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def test_waited(self):
        reply = self.service.submit("good", wait=10)
        self.assertEqual(reply.status, 200)
        self.assertEqual(reply.json["report"]["verdict"], "correct")
        self.assertEqual(reply.headers["Preference-Applied"], "wait=10")
        self.assertEqual(reply.headers["Cache-Control"], "no-store")

    def test_wait_that_is_too_short(self):
        began = time.monotonic()
        reply = self.service.submit("hold", wait=1)
        self.assertEqual(reply.status, 202)
        self.assertIn(reply.json["state"], ("queued", "leased"))
        self.assertGreater(time.monotonic() - began, 0.9)
        self.assertLess(time.monotonic() - began, 5)

    def test_slow_one_is_waited_for_and_told_at_once(self):
        began = time.monotonic()
        reply = self.service.submit("slow good", wait=20)
        self.assertEqual(reply.status, 200)
        self.assertLess(time.monotonic() - began, 5)

    def test_a_repeated_post_waits_as_the_first_would_have(self):
        key = {"Idempotency-Key": "repeated-and-waited-for"}
        first = self.service.submit("slow good", headers=key)
        self.assertEqual(first.status, 202)
        for moment in ("while it is marked", "when it has long been"):
            again = self.service.submit("slow good", wait=20, headers=key)
            self.assertEqual((again.status, again.json["id"]), (200, first.json["id"]), moment)
            self.assertEqual(again.json["report"]["verdict"], "correct", moment)
        hold = {"Idempotency-Key": "repeated-and-held"}
        self.assertEqual(self.service.submit("hold", headers=hold).status, 202)
        again = self.service.submit("hold", wait=1, headers=hold)
        self.assertEqual((again.status, again.json["state"] in ("queued", "leased")), (202, True))

    def test_student_sees_no_hidden_test(self):
        report = self.service.submit("half", wait=10).json["report"]
        self.assertNotIn("seed", report)
        hidden = report["questions"][0]["tests"][1]
        self.assertEqual(hidden["outcome"], "failed")
        self.assertNotIn("f(<2>)", json.dumps(hidden))

    def test_quarantined_is_told_as_delayed(self):
        identity = self.service.submit("kill", student="p-kill").json["id"]
        for _ in range(200):
            state = self.service.get("/api/v1/submissions/" + identity).json
            if state["state"] == "quarantined":
                break
            time.sleep(0.1)
        self.assertEqual(state["state"], "quarantined")
        self.assertEqual(state["message"]["code"], "delayed")
        self.assertNotIn("trouble", state)

    def wait_for_state(self, path, state):
        for _ in range(200):
            found = self.service.get(path).json["state"]
            if found == state:
                return
            time.sleep(0.02)
        self.fail(f"{path} is {found}, not {state}")

    def test_retry_and_cancel(self):
        """What `bareme queue` advises while the service runs."""
        path = self.service.submit("kill").headers["Location"]
        post = lambda what, at=path: self.service.call("POST", f"{at}/{what}")
        self.wait_for_state(path, "quarantined")
        for _ in range(2):  # its counts are at zero again: it takes two graders with it again
            reply = post("retry")
            self.assertEqual((reply.status, reply.json), (200, {"id": path.rpartition("/")[2], "state": "queued"}))
            self.wait_for_state(path, "quarantined")
        for _ in range(2):
            reply = post("cancel")
            self.assertEqual((reply.status, reply.json["state"]), (200, "cancelled"), reply.text)
        self.assertEqual(self.service.get(path).json["state"], "cancelled")
        self.problem(post("retry"), 409, "wrong-state", reason="the submission is cancelled, not quarantined")

    def test_cancel_in_a_graders_hands(self):
        began = time.monotonic()
        path = self.service.submit("slow").headers["Location"]
        self.wait_for_state(path, "leased")
        self.assertEqual(self.service.call("POST", path + "/cancel").status, 200)
        time.sleep(max(0, 0.8 - (time.monotonic() - began)))  # its result came meanwhile
        got = self.service.get(path).json
        self.assertEqual((got["state"], got.get("report")), ("cancelled", None))

    def test_retry_and_cancel_refused(self):
        graded = self.service.submit("good", wait=10).headers["Location"]
        for what in ("retry", "cancel"):
            self.problem(self.service.call("POST", f"{graded}/{what}"), 409, "wrong-state")
            for name in ("x", "0" * 36, "0" * 5000):
                self.problem(self.service.call("POST", f"/api/v1/submissions/{name}/{what}"), 404, "unknown-submission")
            self.assertEqual(self.service.get(f"{graded}/{what}").status, 405)
            self.problem(self.service.post(f"{graded}/{what}", {}), 413, "too-large")
            self.problem(self.service.call("POST", f"{graded}/{what}", headers={"Origin": "http://evil.example"}), 403,
                         "forbidden-origin")

    def test_not_json(self):
        self.problem(self.service.post("/api/v1/submissions", "{"), 400, "not-json", line=1, column=2)
        self.problem(self.service.post("/api/v1/submissions", ""), 400, "not-json")
        self.problem(self.service.post("/api/v1/submissions", '{"a":1}\n}'), 400, "not-json", line=2)
        self.problem(self.service.post("/api/v1/submissions", "[" * 100000), 400, "not-json")
        self.problem(self.service.post("/api/v1/submissions", '{"a":1,"a":2}'), 400, "not-json")

    def test_bytes_that_are_no_text(self):
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"\xff"}}'
        self.problem(self.service.post("/api/v1/submissions", body), 400, "not-json", line=1)
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"a\x00b"}}'
        self.problem(self.service.post("/api/v1/submissions", body), 400, "not-json")
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"a\\u0000b"}}'
        self.problem(self.service.post("/api/v1/submissions", body), 400, "not-json")

    def test_wrong_shapes(self):
        post = lambda value: self.service.post("/api/v1/submissions", value)
        good = {"exercise": "algorithmique.maximum", "student": "p", "answers": {"maximum": "x"}}
        cases = [
            ([], 400, "wrong-type", {"pointer": ""}),
            ("[1]", 400, "wrong-type", {}),
            ({**good, "studnet": "x"}, 400, "unknown-key", {"pointer": "/studnet", "near": "student"}),
            ({**good, "a/b~c": "x"}, 400, "unknown-key", {"pointer": "/a~1b~0c"}),
            ({**good, "key": "x"}, 400, "unknown-key", {"pointer": "/key"}),
            ({"answers": {}}, 400, "missing-key", {"pointer": "/exercise"}),
            ({"exercise": "algorithmique.maximum"}, 400, "missing-key", {"pointer": "/answers"}),
            ({**good, "exercise": 3}, 400, "wrong-type", {"pointer": "/exercise"}),
            ({**good, "exercise": "algorithmique.maximun"}, 404, "unknown-exercise",
             {"near": "algorithmique.maximum", "pointer": "/exercise"}),
            ({**good, "exercise": "rien.de.tel"}, 404, "unknown-exercise", {"near": None}),
            ({**good, "exercise": "../../etc/passwd"}, 404, "unknown-exercise", {}),
            ({**good, "student": 3}, 400, "wrong-type", {"pointer": "/student"}),
            ({**good, "student": ""}, 422, "bad-value", {"pointer": "/student"}),
            ({**good, "student": "a\nb"}, 422, "bad-value", {"pointer": "/student"}),
            ({**good, "student": "é" * 201}, 422, "bad-value", {"pointer": "/student"}),
            ({**good, "attempt": 0}, 400, "wrong-type", {"pointer": "/attempt"}),
            ({**good, "attempt": "1"}, 400, "wrong-type", {"pointer": "/attempt"}),
            ({**good, "handed_in_at": "2026-11-23T18:00:00Z"}, 403, "missing-scope", {"pointer": "/handed_in_at"}),
            ({**good, "answers": []}, 422, "wrong-answers", {"pointer": "/answers"}),
            ({**good, "answers": "x"}, 422, "wrong-answers", {"pointer": "/answers"}),
            ({**good, "answers": {"maximun": "x"}}, 422, "wrong-answers",
             {"pointer": "/answers/maximun", "near": "maximum"}),
            ({**good, "answers": {"maximum": 3}}, 422, "wrong-answers", {"pointer": "/answers/maximum"}),
        ]
        for value, status, kind, more in cases:
            with self.subTest(value=value):
                self.problem(post(value), status, kind, **more)

    def test_what_is_allowed(self):
        good = {"exercise": "algorithmique.maximum", "answers": {"maximum": "good"}}
        for more in ({}, {"student": None}, {"evaluation": None, "attempt": None, "handed_in_at": None}, {"x-note": [1]},
                     {"student": "é" * 200}, {"attempt": 3}):
            with self.subTest(more=more):
                self.assertEqual(self.service.post("/api/v1/submissions", {**good, **more}).status, 202)
        self.assertEqual(self.service.post("/api/v1/submissions", {**good, "answers": {}}).status, 202)
        self.assertEqual(self.service.post("/api/v1/submissions", {**good, "answers": {"maximum": None}}).status, 202)

    def test_languages(self):
        french = self.service.post("/api/v1/submissions", "{").json
        english = self.service.post("/api/v1/submissions", "{", {"Accept-Language": "en-GB, fr;q=0.5"}).json
        self.assertIn("corps", french["title"])
        self.assertIn("body", english["title"])
        self.assertEqual(french["type"], english["type"])

    def test_too_large(self):
        at_the_limit = "x" * (1 << 20)
        self.problem(self.service.submit(at_the_limit), 413, "too-large")
        self.assertEqual(self.service.submit("x" * 900000).status, 202)
        began = time.monotonic()
        connection = self.service.connect()
        connection.putrequest("POST", "/api/v1/submissions")
        connection.putheader("Content-Type", "application/json")
        connection.putheader("Content-Length", str(1 << 40))
        connection.endheaders()
        self.assertEqual(connection.getresponse().status, 413)
        self.assertLess(time.monotonic() - began, 5)
        connection.close()

    def test_too_large_without_a_length(self):
        chunks = (b'{"x":"' + b"y" * 65536 for _ in range(40))
        connection = self.service.connect()
        connection.request("POST", "/api/v1/submissions", body=chunks, headers={"Content-Type": "application/json"},
                           encode_chunked=True)
        self.assertEqual(connection.getresponse().status, 413)
        connection.close()

    def test_chunked_body(self):
        body = json.dumps({"exercise": "algorithmique.maximum", "answers": {"maximum": "good"}}).encode()
        connection = self.service.connect()
        connection.request("POST", "/api/v1/submissions", body=iter([body[:10], body[10:]]),
                           headers={"Content-Type": "application/json"}, encode_chunked=True)
        self.assertEqual(connection.getresponse().status, 202)
        connection.close()

    def test_content_type(self):
        call = self.service.call
        for kind in (None, "text/plain", "application/jsonp", "application/x-www-form-urlencoded"):
            reply = call("POST", "/api/v1/submissions", b"{}", {"Content-Type": kind} if kind else {})
            self.problem(reply, 415, "wrong-content-type")
        reply = self.service.post("/api/v1/submissions", "{", {"Content-Type": "Application/JSON; charset=utf-8"})
        self.assertEqual(reply.status, 400)

    def test_idempotency_key(self):
        first = self.service.submit("good", headers={"Idempotency-Key": "k-1"})
        again = self.service.submit("good", headers={"Idempotency-Key": "k-1"})
        self.assertEqual(again.status // 100, 2)
        self.assertEqual(first.json["id"], again.json["id"])
        waited = self.service.submit("good", wait=5, headers={"Idempotency-Key": "k-1"})
        self.assertEqual(waited.json["id"], first.json["id"])
        self.problem(self.service.submit("other", headers={"Idempotency-Key": "k-1"}), 422, "key-reused")
        other = self.service.submit("good", headers={"Idempotency-Key": "k-2"})
        self.assertNotEqual(other.json["id"], first.json["id"])
        self.problem(self.service.submit(headers={"Idempotency-Key": "x" * 256}), 400, "bad-key")
        self.problem(self.service.submit(headers={"Idempotency-Key": "\xe9"}), 400, "bad-key")

    def test_key_is_about_the_meaning(self):
        one = '{"exercise":"algorithmique.maximum","student":"p","answers":{"maximum":"good"}}'
        two = '{ "student":"p", "answers":{"maximum":"g\\u006fod"}, "exercise":"algorithmique.maximum" }'
        ids = {self.service.post("/api/v1/submissions", body, {"Idempotency-Key": "k-3"}).json["id"] for body in (one, two)}
        self.assertEqual(len(ids), 1)

    def test_same_key_at_the_same_time(self):
        replies = together(50, lambda i: self.service.submit("good", headers={"Idempotency-Key": "k-4"}))
        self.assertEqual(len({reply.json["id"] for reply in replies}), 1)

    def test_batch(self):
        item = lambda key, answer="good", **more: {"key": key, "exercise": "algorithmique.maximum", "student": key,
                                                   "answers": {"maximum": answer}, **more}
        items = [item("b-1"), item("b-2", exercise="inconnu"), item("b-3", answers={"x": 1}), {"exercise": "y"}, 3,
                 item("b-1"), item("b-1", "different"), item("b-4", studnet="x")]
        reply = self.service.post("/api/v1/submissions/batch", {"items": items})
        self.assertEqual(reply.status, 200, reply.text)
        got = reply.json["items"]
        self.assertEqual([row["status"] for row in got], [202, 404, 422, 400, 400, 202, 422, 400])
        self.assertEqual(got[0]["id"], got[5]["id"])
        self.assertEqual([got[0]["repeated"], got[5]["repeated"]], [False, True])
        self.assertEqual(got[6]["problem"]["type"], "/problems/key-reused")
        self.assertEqual(got[2]["problem"]["pointer"], "/items/2/answers/x")
        self.assertEqual(got[7]["problem"]["near"], "student")
        self.assertEqual([row["key"] for row in got[:3]], ["b-1", "b-2", "b-3"])
        single = self.service.submit("good", student="b-1", headers={"Idempotency-Key": "b-1"})
        self.assertEqual(single.json["id"], got[0]["id"])

    def test_batch_shapes(self):
        post = lambda value: self.service.post("/api/v1/submissions/batch", value)
        self.problem(post([]), 400, "wrong-type", pointer="")
        self.problem(post({}), 400, "missing-key", pointer="/items")
        self.problem(post({"item": []}), 400, "unknown-key", near="items")
        self.problem(post({"items": {}}), 400, "wrong-type", pointer="/items")
        self.problem(post({"items": []}), 422, "bad-value", pointer="/items")
        self.problem(post({"items": [1] * 1001}), 422, "bad-value", pointer="/items")

    def test_large_batch(self):
        items = [{"key": f"big-{i}", "exercise": "algorithmique.maximum", "student": f"s-{i}",
                  "answers": {"maximum": "good " + "x" * 2000}} for i in range(1000)]
        reply = self.service.post("/api/v1/submissions/batch", {"items": items})
        self.assertEqual({row["status"] for row in reply.json["items"]}, {202})
        self.assertEqual(len({row["id"] for row in reply.json["items"]}), 1000)

    def test_unknown_submission(self):
        for name in ("x", "0" * 36, "01a2095c-d1e7-759e-9be6-2a48267101e0", "..%2f..", "%00", "'; drop table jobs"):
            with self.subTest(name=name):
                reply = self.service.get("/api/v1/submissions/" + name.replace(" ", "%20"))
                self.assertEqual(reply.status, 404)

    def test_changes(self):
        reply = self.service.submit("good", wait=10, student="changes-1")
        rows, after = [], "0"
        while True:
            page = self.service.get(f"/api/v1/changes?after={after}&limit=50").json
            rows += page["changes"]
            after = page["next"]
            if len(page["changes"]) < 50:
                break
        mine = [row for row in rows if row["submission"] == reply.json["id"]]
        self.assertEqual(len(mine), 1)
        self.assertEqual((mine[0]["student"], mine[0]["points"], mine[0]["max"]), ("changes-1", "20", "20"))
        sequences = [int(row["sequence"]) for row in rows]
        self.assertEqual(sequences, sorted(set(sequences)))
        self.assertEqual(self.service.get(f"/api/v1/changes?after={after}").json, {"changes": [], "next": after})
        first = self.service.get("/api/v1/changes?limit=1")
        self.assertIn('rel="next"', first.headers["Link"])
        for query in ("after=-1", "after=x", "limit=1001", "limit=1e3", "after=99999999999999999999"):
            self.problem(self.service.get("/api/v1/changes?" + query), 400, "bad-query")


class ManyWaits(unittest.TestCase):
    def test_thousand_parallel_waits(self):
        service = Service()
        try:
            replies = together(1000, lambda i: service.submit("slow half", wait=30, student=f"p-{i}").status)
            self.assertEqual(set(replies), {200})
            metrics = service.get("/metrics").text
            self.assertIn("bareme_http_waiting 0\n", metrics)
            self.assertIn('bareme_jobs{state="graded"} 1000\n', metrics)
            self.assertIn("bareme_http_body_bytes 0\n", metrics)
        finally:
            self.assertEqual(service.stop(), 0)
            service.close()


class FullQueue(unittest.TestCase):
    def test_full(self):
        service = Service("--depth", "3", "--idle")
        try:
            replies = [service.submit("good", student=f"p-{i}") for i in range(10)]
            refused = [reply for reply in replies if reply.status == 503]
            accepted = [reply for reply in replies if reply.status == 202]
            self.assertEqual((len(accepted), len(refused)), (3, 7))
            self.assertEqual(refused[0].json["type"], "/problems/queue-full")
            self.assertTrue(int(refused[0].headers["Retry-After"]) > 0)
            batch = service.post("/api/v1/submissions/batch", {"items": [
                {"key": "a", "exercise": "algorithmique.maximum", "answers": {"maximum": "good"}}]})
            self.assertEqual(batch.json["items"][0]["status"], 503)
            self.assertIn("Retry-After", batch.headers)
        finally:
            service.close()


if __name__ == "__main__":
    unittest.main()
