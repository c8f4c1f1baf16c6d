"""Raw sockets: what no client library would send. Whatever comes, the front answers or closes, and then serves the next one."""
import socket
import time
import unittest

from service import Service, together


class Abuse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def tearDown(self):
        self.assertEqual(self.service.get("/healthz").status, 200)

    def open(self, timeout=10):
        return socket.create_connection(("127.0.0.1", self.service.port), timeout=timeout)

    def send(self, data, timeout=10):
        """Sends, half-closes nothing, and reads until the other side closes or is silent for half a second."""
        with self.open(timeout) as s:
            try:
                s.sendall(data)
            except OSError:
                pass
            s.settimeout(0.5)
            got = b""
            try:
                while chunk := s.recv(65536):
                    got += chunk
            except OSError:
                pass
            return got

    def request(self, line="GET /healthz HTTP/1.1", *headers, body=b""):
        head = "\r\n".join([line, f"Host: {self.service.host}", *headers, "", ""])
        return head.encode("latin-1") + body

    def test_not_http(self):
        for data in (b"\r\n" * 100, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200, b"GET\r\n\r\n", b"\x00" * 1000,
                     b"GET / HTTP/9.9\r\n\r\n", b"NONSENSE\r\n\r\n", b"GET  /  HTTP/1.1\r\n\r\n"):
            with self.subTest(data=data[:20]):
                got = self.send(data)
                self.assertNotIn(b" 200 ", got.split(b"\r\n")[0])

    def test_huge_headers(self):
        got = self.send(self.request("GET /healthz HTTP/1.1", "X-Big: " + "a" * 200000))
        self.assertIn(got[9:12], (b"431", b"413", b"400", b""))
        got = self.send(self.request("GET /healthz HTTP/1.1", *[f"X-{i}: {i}" for i in range(20000)]))
        self.assertIn(got[9:12], (b"431", b"413", b"400", b""))
        got = self.send(self.request("GET /" + "a" * 200000 + " HTTP/1.1"))
        self.assertIn(got[9:12], (b"414", b"431", b"413", b"400", b""))

    def test_no_host(self):
        self.assertIn(b" 400 ", self.send(b"GET /healthz HTTP/1.1\r\n\r\n").split(b"\r\n")[0])
        self.assertIn(b" 403 ", self.send(b"GET /healthz HTTP/1.0\r\n\r\n").split(b"\r\n")[0])

    def test_pipelining(self):
        got = self.send(self.request() * 20)
        self.assertEqual(got.count(b"HTTP/1.1 200 OK"), 20)
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"good"}}'
        post = self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json",
                            f"Content-Length: {len(body)}", "Prefer: wait=5", body=body)
        got = self.send(post + self.request() + post)
        self.assertEqual(got.count(b"HTTP/1.1 200 OK"), 3)

    def test_pipelining_behind_a_refusal(self):
        post = self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: text/plain", "Content-Length: 5", body=b"12345")
        got = self.send(post + self.request())
        self.assertIn(b" 415 ", got)
        self.assertEqual(got.count(b"HTTP/1.1 200 OK"), 1)

    def test_bad_chunks(self):
        head = ("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json", "Transfer-Encoding: chunked")
        for chunks in (b"zz\r\nabc\r\n0\r\n\r\n", b"-5\r\nabc\r\n0\r\n\r\n", b"ffffffffffffffffffff\r\nabc", b"3\r\nabcdef\r\n0\r\n\r\n",
                       b"\r\n\r\n", b"3 \r\nabc\r\n0\r\n\r\n"):
            with self.subTest(chunks=chunks):
                got = self.send(self.request(*head, body=chunks))
                self.assertNotIn(b" 200 ", got[:20])
                self.assertNotIn(b" 202 ", got[:20])

    def test_bad_lengths(self):
        for length in ("-1", "abc", "5, 5", "99999999999999999999999", "0x10", "+5", ""):
            with self.subTest(length=length):
                got = self.send(self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json",
                                             f"Content-Length: {length}", body=b"{}"))
                self.assertNotIn(b" 202 ", got[:20])

    def test_truncated_body_is_not_stored(self):
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"good"}}'
        with self.open() as s:
            s.sendall(self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json",
                                   "Content-Length: 1000", "Idempotency-Key: truncated", body=body))
        time.sleep(0.3)
        reply = self.service.submit("other", headers={"Idempotency-Key": "truncated"})
        self.assertEqual(reply.status, 202)

    def test_client_that_leaves_while_waiting(self):
        body = b'{"exercise":"algorithmique.maximum","student":"leaver","answers":{"maximum":"slow good"}}'
        for _ in range(20):
            with self.open() as s:
                s.sendall(self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json",
                                       f"Content-Length: {len(body)}", "Prefer: wait=20", body=body))
                time.sleep(0.02)
        for _ in range(100):
            if "bareme_http_waiting 0\n" in self.service.get("/metrics").text:
                break
            time.sleep(0.05)
        self.assertIn("bareme_http_waiting 0\n", self.service.get("/metrics").text)

    def test_slow_headers_are_cut(self):
        """One byte now and then keeps a connection alive for twenty seconds, not for ever; and harms nobody else."""
        sockets = [self.open(60) for _ in range(200)]
        began = time.monotonic()
        alive = list(sockets)
        data = self.request() + b"X-Slow: "
        for at in range(60):
            for s in list(alive):
                try:
                    s.sendall(data[at:at + 1] or b"a")
                except OSError:
                    alive.remove(s)
            if not alive:
                break
            if at % 10 == 0:
                asked = time.monotonic()
                self.assertEqual(self.service.get("/healthz").status, 200)
                self.assertLess(time.monotonic() - asked, 2)
            time.sleep(0.5)
        self.assertEqual(alive, [])
        self.assertLess(time.monotonic() - began, 29)
        for s in sockets:
            s.close()
        self.assertRegex(self.service.get("/metrics").text, r"bareme_http_slow_closed_total [1-9]")

    def test_reset_in_every_phase(self):
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"good"}}'
        whole = self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json",
                             f"Content-Length: {len(body)}", "Prefer: wait=2", body=body)

        def cut(i):
            with self.open() as s:
                s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
                s.sendall(whole[: 1 + i * len(whole) // 60])

        together(60, cut)

    def test_expect_continue(self):
        with self.open() as s:
            s.sendall(self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: text/plain", "Expect: 100-continue",
                                   "Content-Length: 900000"))
            self.assertIn(b" 415 ", s.recv(65536)[:20])
        body = b'{"exercise":"algorithmique.maximum","answers":{"maximum":"good"}}'
        with self.open() as s:
            s.sendall(self.request("POST /api/v1/submissions HTTP/1.1", "Content-Type: application/json",
                                   "Expect: 100-continue", f"Content-Length: {len(body)}"))
            self.assertIn(b" 100 ", s.recv(65536)[:20])
            s.sendall(body)
            self.assertIn(b" 202 ", s.recv(65536)[:20])


if __name__ == "__main__":
    unittest.main()
