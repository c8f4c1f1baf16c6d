"""Event streams, and the graceful end with requests and streams open."""
import json
import signal
import threading
import time
import unittest

from service import Service, together


def read_events(response):
    """The stream as a list of (event, id, data), until it ends."""
    events, current = [], {}
    for raw in response:
        line = raw.decode("utf-8").rstrip("\n")
        if line == "":
            if "data" in current:
                events.append((current.get("event"), current.get("id"), json.loads(current["data"])))
            current = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(": ")
            current[name] = value
    return events


class Events(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def follow(self, identity, last=None, service=None):
        connection = (service or self.service).connect(timeout=60)
        headers = {"Last-Event-ID": last} if last else {}
        connection.request("GET", f"/api/v1/submissions/{identity}/events", headers=headers)
        response = connection.getresponse()
        events = read_events(response) if response.status == 200 else []
        connection.close()
        return response, events

    def test_until_the_report(self):
        identity = self.service.submit("slow half").json["id"]
        response, events = self.follow(identity)
        self.assertEqual(response.headers["Content-Type"], "text/event-stream; charset=utf-8")
        self.assertEqual(response.headers["X-Accel-Buffering"], "no")
        kinds = [(kind, name) for kind, name, _ in events]
        self.assertEqual(kinds[-2:], [("state", "graded"), ("report", "report")])
        self.assertIn(kinds[0], [("state", "queued"), ("state", "leased")])
        self.assertEqual(len(kinds), len(set(kinds)))
        self.assertEqual(events[-1][2]["report"]["score"]["mark"], "10.00")
        self.assertTrue(all(data["id"] == identity for _, _, data in events))

    def test_student_view(self):
        identity = self.service.submit("half", wait=10).json["id"]
        _, events = self.follow(identity)
        self.assertNotIn("f(<2>)", json.dumps(events))

    def test_already_graded(self):
        identity = self.service.submit("good", wait=10).json["id"]
        _, events = self.follow(identity)
        self.assertEqual([name for _, name, _ in events], ["graded", "report"])

    def test_coming_back(self):
        identity = self.service.submit("good", wait=10).json["id"]
        _, events = self.follow(identity, last="graded")
        self.assertEqual([name for _, name, _ in events], ["report"])
        response, _ = self.follow(identity, last="report")
        self.assertEqual(response.status, 204)

    def test_quarantined(self):
        identity = self.service.submit("kill", student="p-kill").json["id"]
        _, events = self.follow(identity)
        self.assertEqual(events[-1][1], "quarantined")
        self.assertEqual(events[-1][2]["message"]["code"], "delayed")

    def test_unknown(self):
        self.assertEqual(self.follow("0" * 36)[0].status, 404)
        self.assertEqual(self.follow("x")[0].status, 404)

    def test_many_followers_of_one(self):
        identity = self.service.submit("slow good", student="many").json["id"]
        ends = together(200, lambda i: self.follow(identity)[1][-1][1])
        self.assertEqual(set(ends), {"report"})

    def test_many_streams_at_once(self):
        def one(i):
            identity = self.service.submit("slow good", student=f"streams-{i}").json["id"]
            return self.follow(identity)[1][-1][1]

        self.assertEqual(set(together(200, one)), {"report"})
        for _ in range(100):
            if "bareme_http_streams 0\n" in self.service.get("/metrics").text:
                return
            time.sleep(0.05)
        self.fail("streams stayed open")

    def test_heartbeat_and_a_client_that_leaves(self):
        identity = self.service.submit("hold", student="beat").json["id"]
        connection = self.service.connect(timeout=30)
        connection.request("GET", f"/api/v1/submissions/{identity}/events")
        response = connection.getresponse()
        began, seen = time.monotonic(), False
        for raw in response:
            if raw.startswith(b":"):
                seen = True
                break
        self.assertTrue(seen)
        self.assertLess(time.monotonic() - began, 20)
        response.close()
        connection.close()
        for _ in range(400):
            if "bareme_http_streams 0\n" in self.service.get("/metrics").text:
                return
            time.sleep(0.1)
        self.fail("the stream of a client that left stayed open")


class Drain(unittest.TestCase):
    def test_graceful_stop(self):
        service = Service("--drain-ms", "3000")
        try:
            held = service.submit("hold", student="a").json["id"]
            results = {}

            def wait(name, answer, student):
                reply = service.submit(answer, wait=30, student=student)
                results[name] = (reply.status, reply.json["state"])

            def stream():
                connection = service.connect()
                connection.request("GET", f"/api/v1/submissions/{held}/events")
                results["stream"] = read_events(connection.getresponse())

            threads = [threading.Thread(target=wait, args=("slow", "slow good", "b")),
                       threading.Thread(target=wait, args=("held", "hold", "c")), threading.Thread(target=stream)]
            for thread in threads:
                thread.start()
            time.sleep(0.3)
            began = time.monotonic()
            service.process.send_signal(signal.SIGTERM)
            for thread in threads:
                thread.join(20)
            self.assertEqual(results["slow"], (200, "graded"))
            self.assertEqual(results["held"], (202, "leased"))
            self.assertEqual(results["stream"][0][0], "state")
            self.assertEqual(service.process.wait(20), 0)
            self.assertLess(time.monotonic() - began, 8)
        finally:
            service.close()

    def test_stop_with_idle_connections(self):
        service = Service()
        try:
            idle = [service.connect() for _ in range(50)]
            for connection in idle:
                connection.connect()
            began = time.monotonic()
            self.assertEqual(service.stop(), 0)
            self.assertLess(time.monotonic() - began, 5)
            for connection in idle:
                connection.close()
        finally:
            service.close()

    def test_killed_and_started_again(self):
        service = Service()
        try:
            ids = [service.submit("slow good", student=f"k-{i}").json["id"] for i in range(30)]
            service.stop(signal.SIGKILL)
            service.start()
            for identity in ids:
                for _ in range(600):
                    state = service.get("/api/v1/submissions/" + identity).json["state"]
                    if state == "graded":
                        break
                    time.sleep(0.1)
                self.assertEqual(state, "graded")
            changes = service.get("/api/v1/changes?limit=1000").json["changes"]
            self.assertEqual(sorted(row["submission"] for row in changes), sorted(ids))
        finally:
            service.close()


if __name__ == "__main__":
    unittest.main()
