"""Formulas through the whole service: a wrong answer gets its counterexample in French, in the API and in the page; a preview shows
how an answer was read; what cannot be read costs nothing."""
import unittest
import urllib.parse

import test_service
from test_pages import Reader

EXERCISE = "algebre-de-boole.quatre-termes"
COUNTEREXAMPLE = "Pour a = 0, b = 0, c = 1\u00a0: E doit valoir 1, et votre expression vaut 0."


class Formulas(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = test_service.Whole()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def hand_in(self, **answers):
        body = {"exercise": EXERCISE, "student": "p-1", "answers": answers}
        reply = self.service.post("/api/v1/submissions", body, {"Prefer": "wait=20"})
        self.assertEqual(reply.status, 200, reply.text)
        return reply.json["report"]

    def test_a_wrong_answer_gets_its_counterexample(self):
        report = self.hand_in(simplifier="a + bc", negation="b' + c'")
        first, second = report["questions"]
        self.assertEqual((first["verdict"], first["points"]), ("incorrect", "0"))
        message = first["tests"][0]["message"]
        self.assertEqual((message["code"], message["fr"]), ("counterexample", COUNTEREXAMPLE))
        self.assertEqual(message["en"], "For a = 0, b = 0, c = 1: E must be 1, and your expression is 0.")
        self.assertEqual(first["read_as"]["text"], "a + bc")
        self.assertIn("mistake-de-morgan", [remark["code"] for remark in second["feedback"]])

    def test_a_right_answer_in_any_notation(self):
        for answer in ("b+c", "E = c ∨ b", "b ou c", "\\overline{\\bar b \\bar c}"):
            with self.subTest(answer=answer):
                first = self.hand_in(simplifier=answer, negation="")["questions"][0]
                self.assertEqual(first["tests"][0]["outcome"], "passed")

    def test_unreadable_costs_nothing(self):
        report = self.hand_in(simplifier="b + (c", negation="b'c'")
        self.assertEqual(report["verdict"], "unreadable")
        first, second = report["questions"]
        self.assertEqual((first["line"], first["column"], first["source"]), (1, 5, "b + (c"))
        self.assertEqual(second["tests"], [])

    def test_preview_shows_the_reading(self):
        reply = self.service.post(f"/api/v1/exercises/{EXERCISE}/preview", {"answers": {"simplifier": "non(a.b)+c", "negation": "b +"}})
        first, second = reply.json["questions"]
        self.assertEqual((first["reading"], first["read_as"]["text"]), ("ok", "¬(ab) + c"))
        self.assertIn("\\overline", first["read_as"]["latex"])
        self.assertTrue(first["read_as"]["mathml"].startswith("<math"))
        self.assertEqual((second["reading"], second["line"]), ("unreadable", 1))
        self.assertNotIn("read_as", second)

    def test_page(self):
        reader = Reader(self.service.get(f"/exercices/{EXERCISE}").text)
        self.assertEqual(reader.mistakes, [])
        areas = {attrs["name"]: attrs for tag, attrs in reader.tags if tag == "textarea"}
        self.assertEqual([(area["rows"], area.get("class")) for area in areas.values()], [("2", None), ("2", None)])
        fields = {**reader.hidden, "reponse.simplifier": "a + bc", "reponse.negation": "(b+c)'", "etudiant": "p-1"}
        reply = self.service.call("POST", f"/exercices/{EXERCISE}", urllib.parse.urlencode(fields).encode(),
                                  {"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(reply.status, 303, reply.text)
        for _ in range(200):
            page = self.service.get(reply.headers["Location"])
            if 'class="verdict' in page.text:
                break
            test_service.time.sleep(0.05)
        self.assertEqual(Reader(page.text).mistakes, [])
        self.assertIn(COUNTEREXAMPLE, page.text)
        self.assertIn('Lu\u00a0: <math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>a</mi>', page.text)
        self.assertIn('class="bar"', page.text)


if __name__ == "__main__":
    unittest.main()
