"""Who may call: tokens and scopes, Host and Origin, headers of every reply."""
import hashlib
import os
import pathlib
import subprocess
import time
import unittest

from service import Service, binary


class WithoutTokens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def status(self, **headers):
        reply = self.service.get("/api/v1/exercises", **headers)
        return reply.status, reply.json.get("type", "").rpartition("/")[2]

    def test_host(self):
        port = self.service.port
        for host in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}", f"LOCALHOST:{port}"):
            self.assertEqual(self.status(Host=host), (200, ""), host)
        for host in ("evil.example", f"evil.example:{port}", "localhost", f"localhost:{port + 1}", f"localhost.evil:{port}",
                     f"127.0.0.1.evil:{port}", f"localhost:{port}0", f"localhost:0{port}", f"localhost:{port}@evil", "[::1]",
                     f"localhost:{port}.", "localhost:", f"0.0.0.0:{port}"):
            self.assertEqual(self.status(Host=host), (403, "forbidden-host"), host)

    def test_origin(self):
        port = self.service.port
        for origin in (f"http://localhost:{port}", f"http://127.0.0.1:{port}"):
            self.assertEqual(self.status(Origin=origin)[0], 200, origin)
        for origin in ("http://evil.example", "null", f"https://localhost:{port}", "http://localhost", f"http://localhost:{port}.evil"):
            self.assertEqual(self.status(Origin=origin), (403, "forbidden-origin"), origin)
        self.assertEqual(self.status(Sec_Fetch_Site="cross-site"), (403, "forbidden-origin"))
        self.assertEqual(self.service.get("/", Sec_Fetch_Site="cross-site").status, 200)

    def test_proxy(self):
        for name in ("X_Forwarded_For", "Forwarded", "Via", "X_Real_IP"):
            self.assertEqual(self.status(**{name: "203.0.113.1"}), (403, "proxy-without-token"), name)

    def test_refused_post_is_not_stored(self):
        reply = self.service.submit("good", headers={"Origin": "http://evil.example"})
        self.assertEqual(reply.status, 403)
        self.assertEqual(self.service.get("/api/v1/changes").json["changes"], [])

    def test_headers_of_every_reply(self):
        for path in ("/", "/api/v1/exercises", "/rien", "/healthz", "/api/v1/submissions/x"):
            headers = self.service.get(path).headers
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff", path)
            self.assertIn("default-src 'self'", headers["Content-Security-Policy"])
            self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", headers["Content-Security-Policy"])
            self.assertTrue(headers["X-Request-Id"])
            self.assertTrue(headers["Cache-Control"])
            self.assertNotIn("Access-Control-Allow-Origin", headers)

    def test_request_id(self):
        get = lambda value: self.service.get("/healthz", X_Request_Id=value).headers["X-Request-Id"]
        self.assertEqual(get("abc-123_X.y:z"), "abc-123_X.y:z")
        for bad in ("", "a b", "x" * 65, "é", "<script>"):
            self.assertNotEqual(get(bad.encode("utf-8")), bad)
        self.assertNotEqual(self.service.get("/healthz").headers["X-Request-Id"], self.service.get("/healthz").headers["X-Request-Id"])


class WithTokens(unittest.TestCase):
    tokens = {"platform": "submit,read", "teacher": "read,read-tests", "ops": "operate", "nightly": "submit,handed-in-at"}

    @classmethod
    def write(cls, tokens):
        lines = ["# who may call", ""]
        for name, scopes in tokens.items():
            lines.append(f"{name} {scopes} sha256:{hashlib.sha256((name + '-token').encode()).hexdigest()}")
        cls.path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    @classmethod
    def setUpClass(cls):
        cls.path = pathlib.Path(f"/tmp/bareme-tokens-{os.getpid()}")
        cls.write(cls.tokens)
        cls.service = Service("--tokens", str(cls.path), "--any")

    @classmethod
    def tearDownClass(cls):
        cls.service.close()
        cls.path.unlink()

    def get(self, path, token=None, **headers):
        if token:
            headers["Authorization"] = f"Bearer {token}-token"
        return self.service.get(path, **headers)

    def kind(self, reply):
        return reply.status, reply.json.get("type", "").rpartition("/")[2]

    def test_scopes(self):
        self.assertEqual(self.kind(self.get("/api/v1/exercises")), (401, "missing-token"))
        self.assertIn("Bearer", self.get("/api/v1/exercises").headers["WWW-Authenticate"])
        self.assertEqual(self.kind(self.get("/api/v1/exercises", "nobody")), (401, "bad-token"))
        self.assertEqual(self.kind(self.get("/api/v1/exercises", "ops")), (403, "missing-scope"))
        self.assertEqual(self.get("/api/v1/exercises", "platform").status, 200)
        self.assertEqual(self.get("/metrics", "ops").status, 200)
        self.assertEqual(self.get("/metrics", "platform").status, 403)
        for what in ("retry", "cancel"):
            path = f"/api/v1/submissions/{'0' * 36}/{what}"
            for token, status in (("ops", 404), ("platform", 403), ("teacher", 403), (None, 401)):
                headers = {"Authorization": f"Bearer {token}-token"} if token else {}
                self.assertEqual(self.service.call("POST", path, headers=headers).status, status, (what, token))
        self.assertEqual(self.get("/healthz").status, 200)
        self.assertEqual(self.get("/readyz").status, 200)

    def test_bad_authorization(self):
        for value in ("", "Basic abc", "Bearer", "Bearer ", "bearer  platform-token", "Bearer " + "x" * 5000, "Bearer platform-token x"):
            self.assertEqual(self.service.get("/api/v1/exercises", Authorization=value).status, 401, value)
        self.assertEqual(self.service.get("/api/v1/exercises", Authorization="bearer platform-token").status, 200)

    def test_any_host_will_do(self):
        self.assertEqual(self.get("/api/v1/exercises", "platform", Host="bareme.example").status, 200)
        self.assertEqual(self.get("/api/v1/exercises", "platform", X_Forwarded_For="203.0.113.1").status, 200)

    def test_views(self):
        auth = {"Authorization": "Bearer platform-token"}
        reply = self.service.submit("half", wait=10, headers=auth)
        path = "/api/v1/submissions/" + reply.json["id"]
        self.assertNotIn("f(<2>)", reply.text)
        self.assertNotIn("answers", self.get(path, "platform").json)
        teacher = self.get(path, "teacher").json
        self.assertEqual(teacher["report"]["questions"][0]["tests"][1]["call"], "f(<2>)")
        self.assertEqual(teacher["answers"], {"maximum": "half"})

    def test_handed_in_at(self):
        send = lambda when, token="nightly": self.service.submit(
            "good", headers={"Authorization": f"Bearer {token}-token"}, handed_in_at=when)
        self.assertEqual(send("2026-11-23T18:00:00+01:00").status, 202)
        self.assertEqual(send("2026-11-23T18:00:00+01:00", "platform").status, 403)
        for when in ("2026-11-23", "2026-02-30T00:00:00Z", "2026-11-23T25:00:00Z", "2026-11-23T18:00:00", "2026-11-23 18:00:00Z", "hier"):
            self.assertEqual(self.kind(send(when)), (422, "bad-value"), when)

    def test_keys_of_two_callers_do_not_meet(self):
        one, two = (self.service.submit("good", headers={"Authorization": f"Bearer {name}-token", "Idempotency-Key": "same"})
                    for name in ("platform", "nightly"))
        self.assertNotEqual(one.json["id"], two.json["id"])

    def test_pages_are_closed(self):
        reply = self.service.get("/")
        self.assertEqual(reply.status, 403)
        self.assertIn("text/html", reply.headers["Content-Type"])
        self.assertEqual(self.service.get("/copies/" + "0" * 36).status, 403)

    def test_token_file_is_read_again(self):
        self.write({**self.tokens, "late": "read"})
        for _ in range(100):
            if self.get("/api/v1/exercises", "late").status == 200:
                break
            time.sleep(0.05)
        self.assertEqual(self.get("/api/v1/exercises", "late").status, 200)
        self.path.write_text("broken line\n", encoding="utf-8")
        time.sleep(0.5)
        self.assertEqual(self.get("/api/v1/exercises", "late").status, 200)
        self.assertIn("former tokens stay", self.service.log())
        self.write(self.tokens)
        for _ in range(100):
            if self.get("/api/v1/exercises", "late").status == 401:
                break
            time.sleep(0.05)
        self.assertEqual(self.get("/api/v1/exercises", "late").status, 401)


class Refusals(unittest.TestCase):
    def run_front(self, *args):
        return subprocess.run([binary("FRONT_ALONE"), "--data", "/tmp", "--exercises", "/nonexistent", *args],
                              capture_output=True, text=True, timeout=20)

    def test_open_address_needs_tokens(self):
        done = self.run_front("--any")
        self.assertEqual(done.returncode, 3)
        self.assertIn("loopback", done.stderr)

    def test_bad_token_file(self):
        path = pathlib.Path(f"/tmp/bareme-bad-tokens-{os.getpid()}")
        good = "sha256:" + "0" * 64
        for text in ("a b\n", f"a nothing {good}\n", f"a read {good}x\n", "a read sha256:xyz\n", f"a read {good} more\n",
                     f"{'n' * 64} read {good}\n", f"a read sha256:{'A' * 64}\n"):
            path.write_text("# first line\n" + text, encoding="utf-8")
            done = self.run_front("--tokens", str(path))
            self.assertNotEqual(done.returncode, 0, text)
            self.assertIn("line 2", done.stderr, text)
        path.unlink()
        self.assertNotEqual(self.run_front("--tokens", str(path)).returncode, 0)


if __name__ == "__main__":
    unittest.main()
