"""Formulas on the command line: what `grade` tells a student, what `check` holds an author to.

Runs with the built binary in $BAREME. Standard library only.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BAREME = os.environ["BAREME"]
MEANINGS = {"a": {"true": "la vidéo est publique", "false": "la vidéo est privée"},
            "b": {"true": "vous êtes abonné", "false": "vous n’êtes pas abonné"},
            "V": {"true": "la vidéo est visible", "false": "la vidéo est cachée"}}
QUESTION = {"id": "q", "kind": "boolean", "points": 20, "variables": ["a", "b"], "name": "V", "function": [1, 2, 3], "meanings": MEANINGS,
            "form": "minimal-sum"}


class Boolean(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.place.name)

    def tearDown(self):
        self.place.cleanup()

    def exercise(self, *questions, wrong=()):
        folder = self.root / "serie" / "essai"
        folder.mkdir(parents=True, exist_ok=True)
        data = {"format": 1, "title": "T", "questions": list(questions), "wrong": list(wrong)}
        (folder / "exercise.json").write_text(json.dumps(data), encoding="utf-8")
        (folder / "statement.fr.md").write_text("…", encoding="utf-8")
        return str(folder)

    def bareme(self, *arguments, language="fr_FR.UTF-8"):
        done = subprocess.run([BAREME, *arguments], capture_output=True, text=True, timeout=60, check=False,
                              env={**os.environ, "LC_ALL": language})
        return done.returncode, done.stdout + done.stderr

    def grade(self, answer, *questions, language="fr_FR.UTF-8"):
        path = self.root / ("answer.txt" if isinstance(answer, str) else "answers.json")
        path.write_text(answer if isinstance(answer, str) else json.dumps(answer), encoding="utf-8")
        return self.bareme("grade", self.exercise(*(questions or [QUESTION])), str(path), language=language)

    def check(self, question, *wrong):
        code, said = self.bareme("check", "--json", self.exercise(question, wrong=wrong))
        return code, {finding["code"] for finding in json.loads(said)[0]["findings"]}

    def derived(self, question, language="fr", **more):
        """The lines that `check` prints for review, and their codes."""
        code, said = self.bareme("check", "--json", self.exercise({"id": "q", **question}), **more)
        rows = json.loads(said)[0]["derived"]
        self.assertEqual((code, [row["question"] for row in rows]), (0, ["q"]), said)
        return [line["code"] for line in rows[0]["lines"]], [line[language] for line in rows[0]["lines"]]

    def test_what_is_derived_is_shown_for_review(self):
        codes, lines = self.derived({"kind": "boolean", "variables": ["a", "b", "c"], "form": "minimal-sum",
                                     "function": [0, 1, 2, 5, 6, 7]})
        self.assertEqual(codes, ["derived-rows", "derived-minimal-sums", "derived-answer"])
        self.assertEqual(lines[:2], ["E = 1\u00a0: 6 ligne(s) sur 8 (0, 1, 2, 5, 6, 7)", "sommes minimales\u00a0: 2, de 3 terme(s) et "
                                     "6 littéral(aux)\u00a0: a̅b̅ + ac + bc̅ | ab + a̅c̅ + b̅c"])
        codes, lines = self.derived({"kind": "boolean", "variables": ["a", "b"], "form": "minimal-product", "negate": True,
                                     "function": "ab", "dont_care": [0]}, language="en")
        self.assertEqual(codes, ["derived-rows", "derived-open-rows", "derived-minimal-products", "derived-answer"])
        self.assertEqual(lines[1:3], ["E̅ left open: 1 row(s) of 4 (0)",
                                      "minimal products: 1, of 1 factor(s) and 2 literal(s): a̅ + b̅"])
        cyclic = " + ".join(f"{x}'{y}" for x, y in zip("abcdef", "bcdefa"))
        lines = self.derived({"kind": "boolean", "variables": list("abcdef"), "function": cyclic})[1]
        self.assertLess(max(map(len, lines)), 1000)
        codes, lines = self.derived({"kind": "truth-table", "variables": ["a", "b"], "function": "a + b", "columns": ["a'"]})
        self.assertEqual(lines, ["table\u00a0:\n| a | b | a' | E |\n|---|---|---|---|\n| 0 | 0 | 1 | 0 |\n| 0 | 1 | 1 | 1 |\n"
                                 "| 1 | 0 | 0 | 1 |\n| 1 | 1 | 0 | 1 |\n"])
        columns = [f"{x}'" for x in "abcdef"] + ["ab", "bc", "cd", "de"]
        self.assertEqual(len(self.derived({"kind": "truth-table", "variables": list("abcdef"), "function": "abc",
                                           "columns": columns})[1]), 11)
        lines = self.derived({"kind": "karnaugh", "variables": ["a", "b"], "function": "a", "dont_care": [1]})[1]
        self.assertIn("| 0 | 0 | x |\n| 1 | 1 | 1 |\n", lines[0])
        self.assertEqual(lines[1:], ["sommes minimales\u00a0: 1, de 1 terme(s) et 1 littéral(aux)\u00a0: a"])
        lines = self.derived({"kind": "derivation", "variables": ["a", "b"], "from": "ab + a'b", "to": "b"})[1]
        self.assertTrue(lines[0].startswith("un raisonnement juste\u00a0:\nab + a̅b\n= "), lines)

    def test_what_is_derived_of_propositions(self):
        proposition = {"kind": "proposition", "variables": ["P", "Q"]}
        for more, codes in (({"formula": "P ⇒ Q", "negate": True}, ["derived-truths", "derived-answer"]),
                            ({"ask": "nature", "formula": "P ∨ ¬P"}, ["derived-tautology"]),
                            ({"ask": "nature", "formula": "P ∧ ¬P"}, ["derived-contradiction"]),
                            ({"ask": "nature", "formula": "P ⇒ Q"}, ["derived-neither", "derived-falses"]),
                            ({"ask": "consequence", "premises": ["P"], "conclusion": "P ∨ Q"}, ["derived-follows"]),
                            ({"ask": "consequence", "premises": ["P ∨ Q"], "conclusion": "Q"}, ["derived-follows-not"])):
            said, lines = self.derived({**proposition, **more}, language="en")
            self.assertEqual(said, codes)
        self.assertEqual(lines, ["the conclusion does not follow: 1 counterexample(s) among 4 cases (P = 1, Q = 0)"])

    def test_what_is_derived_is_printed_under_the_exercise(self):
        code, said = self.bareme("check", self.exercise({"id": "q", "kind": "truth-table", "variables": ["a"], "function": "a"}))
        self.assertEqual(code, 0, said)
        self.assertIn("\n    = q\n        table\u00a0:\n            | a | E |\n            |---|---|\n", said)
        path = pathlib.Path(self.exercise({"id": "q", "kind": "truth-table", "variables": ["a", "b"], "function": "$f"}))
        data = json.loads((path / "exercise.json").read_text(encoding="utf-8"))
        data["parameters"] = {"f": {"boolean": {"variables": ["a", "b"]}}}
        (path / "exercise.json").write_text(json.dumps(data), encoding="utf-8")
        (path / "statement.fr.md").write_text("{{f}}", encoding="utf-8")
        code, said = self.bareme("check", str(path))
        self.assertEqual((code, said.count("= q (graine 1)\n")), (0, 1), said)

    def test_a_wrong_answer_in_a_text_file(self):
        code, said = self.grade("ab")
        self.assertEqual(code, 1)
        self.assertIn("Pour a = 0 (la vidéo est privée), b = 1 (vous êtes abonné)\u00a0: V doit valoir 1 (la vidéo est visible), "
                      "et votre expression vaut 0 (la vidéo est cachée).", said)
        self.assertIn("  Lu\u00a0: ab\n", said)
        self.assertIn("For a = 0 (", self.grade("ab", language="en_US.UTF-8")[1])

    def test_right_answers(self):
        for answer in ("a + b", "b ou a\n", "V = a+b"):
            self.assertEqual(self.grade(answer)[0], 0, answer)

    def test_an_unreadable_answer_is_shown_its_place(self):
        code, said = self.grade("a + (b")
        self.assertEqual(code, 1)
        self.assertIn("        a + (b\n            ^\n", said)

    def test_a_file_of_answers_that_is_no_json(self):
        path = self.root / "answers.json"
        for text, place, words in (('{"q": "a", "q": "b"}', "1:12: ", "Cette clé est déjà écrite"),
                                   ('{"q": 1e400}', "1:7: ", "Ce nombre est trop grand"),
                                   ('{"q": "a\\u0000"}', "1:7: ", "Le caractère NUL"),
                                   ('{"q": "a" "n": "b"}', "1:10: ", "Il manque une virgule")):
            path.write_text(text, encoding="utf-8")
            code, said = self.bareme("grade", self.exercise(QUESTION), str(path))
            self.assertEqual((code != 0, f"answers.json:{place}{words}" in said), (True, True), said)

    def test_several_questions(self):
        negated = {**QUESTION, "id": "n", "negate": True, "form": "any"}
        code, said = self.grade({"q": "a + b", "n": "non a et non b"}, QUESTION, negated)
        self.assertEqual((code, "20,00 sur 20" in said), (0, True), said)

    def test_a_derivation(self):
        question = {"id": "d", "kind": "derivation", "variables": ["a", "b"], "from": "ab + a'b", "to": "b"}
        self.assertEqual(self.grade("E = b(a + a')\n= b·1\n= b\n", question)[0], 0)
        code, said = self.grade("E = b(a + a')\n= b·0\n= 0\n", question)
        self.assertEqual(code, 1)
        self.assertIn("pour a = 0, b = 1, la précédente vaut 1 et celle-ci 0", said)
        self.assertIn("✓ ligne 1\u00a0: b(a + a̅) (distributivité)", said)

    def test_megabytes_of_parentheses(self):
        code, said = self.grade("(" * 1000000)
        self.assertEqual((code, "illisible" in said), (1, True))

    def test_what_check_finds(self):
        row = {"answers": {"q": "a + a'b"}, "mark": "40/3", "says": {"q": "useless-literal"}}
        self.assertEqual(self.check(QUESTION, row), (0, set()))
        for change, code in (({"says": {"q": "redundant-term"}}, "wrong-says"), ({"mark": "12"}, "wrong-mark"),
                             ({"answers": {"q": "a + b"}, "says": {}}, "wrong-mark"),
                             ({"answers": {"q": "a + b"}, "mark": "20", "says": {"q": "x"}}, "wrong-silent"),
                             ({"answers": {"q": "a +"}, "mark": "0", "says": {"q": "counterexample"}}, "wrong-says")):
            with self.subTest(code=code, change=change):
                self.assertEqual(self.check(QUESTION, {**row, **change}), (1, {code}))

    def test_authors_are_warned_of_gifts(self):
        # The formula of the statement has the asked form already.
        self.assertEqual(self.check({**QUESTION, "function": "a + b"}), (0, {"format"}))


if __name__ == "__main__":
    unittest.main()
