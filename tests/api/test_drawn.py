"""An exercise that draws values, through the whole service: a statement for each student, in the API and in the page; an answer is
right for its own statement and wrong for another's; previews and replays know whose it is."""
import html
import json
import os
import re
import subprocess
import unittest
import urllib.parse

import test_service
from service import binary, write_exercise
from test_pages import Reader

VARIABLES = "abcd"
SPEC = {
    "format": 1,
    "title": {"fr": "Une fonction à vous", "en": "A function of your own"},
    "parameters": {
        "f": {"boolean": {"variables": list(VARIABLES), "minimal_forms": 2, "terms": 3, "ones": [6, 10]}},
        "v": {"choice": ["x", "y"]},
    },
    "questions": [
        {"id": "f", "kind": "boolean", "points": 10, "variables": "$f.variables", "function": "$f"},
        {"id": "g", "kind": "boolean", "points": 10, "variables": ["a", "$v"], "function": "a{{v}}"},
    ],
}
STATEMENT = "Lignes\u00a0: {{f.ones}}. Simplifiez {{f}}.\n\n{{f.table}}\n\nPuis le ET de `a` et `{{v}}`.\n"
PATH = "/api/v1/exercises/tirage.fonction"


def answers_to(statement):
    """The canonical sum of the rows that the statement shows, and the second answer."""
    rows = re.search("Lignes\u00a0: ([0-9, ]+)\\.", statement)[1].split(", ")
    terms = []
    for row in rows:
        bits = f"{int(row):04b}"
        terms.append("·".join(name if bit == "1" else f"/{name}" for name, bit in zip(VARIABLES, bits)))
    return {"f": " + ".join(terms), "g": "a·" + re.search("`?([xy])`?\\.", statement)[1]}


class Drawn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        class Own(test_service.Whole):
            def __init__(self):
                test_service.Service.__init__(self)

        cls.service = Own()
        write_exercise(cls.service.exercises, "tirage/fonction", SPEC, STATEMENT)
        cls.service.get(PATH + "?student=p-1")

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def setUp(self):
        for _ in range(400):
            if self.service.get(PATH + "?student=p-1").status == 200:
                break
            # The folder is looked at every second or two.
            test_service.time.sleep(0.05)

    def statement(self, student):
        reply = self.service.get(PATH + "?student=" + urllib.parse.quote(student))
        self.assertEqual(reply.status, 200, reply.text)
        return reply.json["statement"]["fr"]

    def two(self):
        """Two students whose answers must differ in both questions."""
        first = answers_to(self.statement("p-1")["markdown"])
        for number in range(2, 40):
            other = answers_to(self.statement(f"p-{number}")["markdown"])
            if other["f"] != first["f"] and other["g"] != first["g"]:
                return first, other, f"p-{number}"
        raise AssertionError("everybody has the same statement")

    def hand_in(self, student, answers):
        body = {"exercise": "tirage.fonction", "student": student, "answers": answers}
        reply = self.service.post("/api/v1/submissions", body, {"Prefer": "wait=20"})
        self.assertEqual(reply.status, 200, reply.text)
        return reply.json

    def test_each_has_a_statement_and_is_marked_against_it(self):
        mine, theirs, other = self.two()
        self.assertEqual(self.statement("p-1"), self.statement("p-1"))
        copy = self.hand_in("p-1", mine)
        self.assertEqual(copy["report"]["score"]["mark"], "20.00")
        self.assertEqual(self.hand_in(other, theirs)["report"]["score"]["mark"], "20.00")
        wrong = self.hand_in("p-1", {"f": theirs["f"], "g": mine["g"]})["report"]
        self.assertEqual([question["verdict"] for question in wrong["questions"]], ["incorrect", "correct"])
        values = copy["report"]["values"]
        self.assertEqual(sorted(values), ["f", "f.ones", "f.table", "v"])
        self.assertIn(values["f"], self.statement("p-1")["markdown"])

    def test_pages_and_api_show_true_bars(self):
        shown = self.statement("p-1")
        self.assertNotIn("{{", shown["markdown"] + shown["html"])
        self.assertIn("<math", shown["html"])
        self.assertNotIn("<math", shown["markdown"])
        rows = re.search("Lignes\u00a0: ([0-9, ]+)\\.", shown["markdown"])[1].split(", ")
        ones = [i for i, cells in enumerate(re.findall("<tr>((?:<td>[01]</td>)+)</tr>", shown["html"])) if cells.endswith("<td>1</td>")]
        self.assertEqual([str(row) for row in ones], rows)
        self.assertIn("\n| a | b | c | d | E |\n|---|---|---|---|---|\n| 0 | 0 | 0 | 0 |", shown["markdown"])

    def test_preview_reads_for_its_student(self):
        mine, theirs, other = self.two()
        for student, answers, readable in (("p-1", mine, True), ("p-1", theirs, False), (other, theirs, True)):
            reply = self.service.post(PATH + "/preview", {"student": student, "answers": {"g": answers["g"]}})
            self.assertEqual((reply.status, reply.json["readable"]), (200, readable), reply.text)

    def test_nobody_is_anonymous(self):
        for reply in (self.service.get(PATH),
                      self.service.post(PATH + "/preview", {"answers": {"g": "ax"}}),
                      self.service.post("/api/v1/submissions", {"exercise": "tirage.fonction", "answers": {}}),
                      self.service.post("/api/v1/submissions", {"exercise": "tirage.fonction", "student": None, "answers": {}})):
            self.assertEqual((reply.status, reply.json["type"]), (422, "/problems/student-needed"), reply.text)
        for student in ("", "%01", "a" * 201):
            self.assertEqual(self.service.get(PATH + "?student=" + student).status, 400)
        for student, status in ((3, 400), ("", 422), ("a\n", 422)):
            reply = self.service.post(PATH + "/preview", {"student": student, "answers": {}})
            self.assertEqual(reply.status, status, reply.text)
        rows = {row["id"]: row["drawn"] for row in self.service.get("/api/v1/exercises").json["exercises"]}
        self.assertEqual(rows, {"algorithmique.maximum": False, "tirage.fonction": True})

    def test_batch(self):
        mine, _, _ = self.two()
        items = [{"key": "drawn-1", "exercise": "tirage.fonction", "student": "p-1", "answers": mine},
                 {"key": "drawn-2", "exercise": "tirage.fonction", "answers": mine}]
        reply = self.service.post("/api/v1/submissions/batch", {"items": items}).json["items"]
        self.assertEqual([item["status"] for item in reply], [202, 422])

    def page(self, path):
        reply = self.service.get(path)
        self.assertEqual(reply.status, 200, reply.text)
        reader = Reader(reply.text)
        self.assertEqual(reader.mistakes, [])
        self.assertEqual(sorted(set(reader.labels)), sorted(reader.fields))
        return reader, reply.text

    def post_form(self, fields):
        body = urllib.parse.urlencode(fields)
        return self.service.call("POST", "/exercices/tirage.fonction", body, {"Content-Type": "application/x-www-form-urlencoded"})

    def test_the_page_asks_first(self):
        reader, text = self.page("/exercices/tirage.fonction")
        self.assertNotIn("Lignes", text)
        self.assertEqual((reader.fields, reader.areas), (["etudiant"], {}))
        self.assertIn(("form", {"method": "get", "action": "/exercices/tirage.fonction"}), reader.tags)
        for name in ("", "%01"):
            self.assertNotIn("Lignes", self.page(f"/exercices/tirage.fonction?etudiant={name}")[1])

    def test_the_page_of_a_student(self):
        mine, theirs, other = self.two()
        student = "é <b>&amp; p"
        answers = answers_to(self.statement(student)["markdown"])
        reader, text = self.page("/exercices/tirage.fonction?etudiant=" + urllib.parse.quote(student))
        self.assertIn("<math", text)
        self.assertEqual(reader.hidden["etudiant"], student)
        fields = {**reader.hidden, "reponse.f": answers["f"], "reponse.g": answers["g"]}
        reply = self.post_form(fields)
        self.assertEqual(reply.status, 303, reply.text)
        for _ in range(200):
            reader, text = self.page(reply.headers["Location"])
            if "20,00 sur 20" in text:
                break
            test_service.time.sleep(0.1)
        self.assertIn("20,00 sur 20", text)
        self.assertEqual(reader.hidden["etudiant"], student)
        self.assertIn("<math", text)
        shown = re.search(r"Votre énoncé\u00a0: (.*?)</p>", text)[1]
        self.assertIn("v = " + answers["g"][-1], html.unescape(shown))

    def test_a_form_without_student_is_refused(self):
        reader, _ = self.page("/exercices/tirage.fonction?etudiant=p-1")
        fields = {name: value for name, value in reader.hidden.items() if name != "etudiant"}
        reply = self.post_form({**fields, "reponse.f": "a", "reponse.g": "a"})
        self.assertEqual(reply.status, 422, reply.text)
        self.assertIn("propre énoncé", reply.text)
        self.assertIn('<form method="get"', reply.text)
        # An expired form keeps the statement's student and the answers.
        reply = self.post_form({**reader.hidden, "jeton": "x" * 32, "reponse.f": "abc", "reponse.g": "a"})
        again = Reader(reply.text)
        self.assertEqual((reply.status, again.hidden["etudiant"], again.areas["reponse.f"].strip()), (403, "p-1", "abc"))

    def test_zz_replayed(self):
        mine, theirs, other = self.two()
        ids = [self.hand_in("p-1", mine)["id"], self.hand_in(other, {"f": mine["f"], "g": theirs["g"]})["id"]]
        self.service.stop()
        for submission, mark in zip(ids, ("20", "10")):
            done = subprocess.run([binary("BAREME"), "replay", submission, "--data", self.service.data, "--json"],
                                  capture_output=True, text=True, timeout=120, env={**os.environ, "LC_ALL": "C.UTF-8"})
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            both = json.loads(done.stdout)
            self.assertTrue(both["same"])
            self.assertEqual(both["replayed"]["score"]["points"], mark)


if __name__ == "__main__":
    unittest.main()
