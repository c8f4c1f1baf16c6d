"""Mathematics through the whole service: the report's shape is that of Python exercises, a picture explains a mistake as data in the
API and as SVG with a table beside it in the page, statements draw their data, readings are shown as mathematics."""
import json
import pathlib
import unittest
import urllib.parse

import test_service
from test_pages import Reader

EXERCISES = pathlib.Path(__file__).resolve().parent.parent.parent / "exercises"
SCHEDULE = "ordonnancement.refonte-de-site"


def wrong(exercise, row=0):
    return json.loads((EXERCISES / exercise.replace(".", "/") / "exercise.json").read_text())["wrong"][row]


class Maths(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = test_service.Whole()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def hand_in(self, exercise, answers):
        body = {"exercise": exercise, "student": "p-1", "answers": answers}
        reply = self.service.post("/api/v1/submissions", body, {"Prefer": "wait=20"})
        self.assertEqual(reply.status, 200, reply.text)
        return reply.json["report"]

    def page_of(self, exercise, answers):
        reader = Reader(self.service.get(f"/exercices/{exercise}").text)
        fields = {**reader.hidden, **{f"reponse.{name}": text for name, text in answers.items()}, "etudiant": "p-1"}
        reply = self.service.call("POST", f"/exercices/{exercise}", urllib.parse.urlencode(fields).encode(),
                                  {"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(reply.status, 303, reply.text)
        for _ in range(200):
            page = self.service.get(reply.headers["Location"])
            if 'class="verdict' in page.text:
                break
            test_service.time.sleep(0.05)
        self.assertEqual(Reader(page.text).mistakes, [])
        return page.text

    def test_one_slip_costs_once(self):
        row = wrong(SCHEDULE)
        report = self.hand_in(SCHEDULE, row["answers"])
        self.assertEqual((report["score"]["points"], report["score"]["mark"]), (row["mark"], "19.13"))
        network = report["questions"][0]["pictures"][0]
        self.assertEqual((network["picture"], [task["name"] for task in network["tasks"] if task.get("mark") == "wrong"]), ("network", ["F"]))

    def test_page_of_a_schedule(self):
        text = self.page_of(SCHEDULE, wrong(SCHEDULE)["answers"])
        for part in ("<svg ", "stroke-dasharray", "La même chose en tableau", "<th>F (à revoir)</th>", "vous avez 12"):
            self.assertIn(part, text)

    def test_a_statement_draws_its_data(self):
        page = self.service.get("/exercices/ensembles.diagramme-de-venn").text
        self.assertEqual(Reader(page).mistakes, [])
        self.assertIn("<svg ", page)
        self.assertNotIn("{{picture:", page)

    def test_readings_are_mathematics(self):
        text = self.page_of("matrices.code-lineaire", wrong("matrices.code-lineaire")["answers"])
        self.assertIn("<mtable><mtr><mtd>", text)
        text = self.page_of("arithmetique.base-2-et-base-16", wrong("arithmetique.base-2-et-base-16")["answers"])
        self.assertIn('<mi mathvariant="monospace">B5</mi>', text)

    def test_trace_as_rows(self):
        """A kind that runs code may take JSON."""
        report = self.hand_in("traces.euclide", {"trace": {"rows": [["252", "198", None]]}})
        self.assertIn(report["verdict"], ("partial", "incorrect"))


if __name__ == "__main__":
    unittest.main()
