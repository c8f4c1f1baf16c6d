#!/usr/bin/python3
"""`bareme grade --seed` and `bareme check` on exercises that draw values. What a minimal form is, this file finds out by itself."""
import itertools
import json
import os
import subprocess
import tempfile
import unittest

BAREME = os.environ["BAREME"]
FUNCTION = {"variables": ["a", "b", "c", "d"], "minimal_forms": 2, "terms": 3, "ones": [6, 9]}
QUESTION = {"id": "f", "kind": "boolean", "variables": "$f.variables", "function": "$f", "form": "minimal-sum"}
NAMES = "abcd"


def minimal_sums(ones):
    """All minimal sums of products of a function of four variables, by trying all sets of prime implicants."""
    terms = {}
    for bits in itertools.product("01-", repeat=4):
        rows = frozenset(row for row in range(16) if all(b in ("-", v) for b, v in zip(bits, f"{row:04b}")))
        if rows <= ones:
            terms[rows] = bits
    primes = [rows for rows in terms if not any(rows < other for other in terms)]
    for count in range(1, 9):
        covers = [cover for cover in itertools.combinations(primes, count) if frozenset().union(*cover) == ones]
        cost = [sum(4 - terms[rows].count("-") for rows in cover) for cover in covers]
        if covers:
            return [[terms[rows] for rows in cover] for cover, each in zip(covers, cost) if each == min(cost)]
    raise AssertionError("no cover")


def text(cover):
    return " + ".join("".join(name + ("'" if bit == "0" else "") for name, bit in zip(NAMES, bits) if bit != "-") for bits in cover)


class Drawn(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)

    def folder(self, statement="{{f}} {{f.ones}}", parameters=None, questions=None, **more):
        spec = {"format": 1, "title": "T", "parameters": {"f": {"boolean": FUNCTION}} if parameters is None else parameters,
                "questions": questions or [QUESTION], **more}
        path = os.path.join(self.place.name, "essai", "tirage")
        os.makedirs(path, exist_ok=True)
        for name, content in (("exercise.json", json.dumps(spec)), ("statement.fr.md", statement)):
            with open(os.path.join(path, name), "w", encoding="utf-8") as file:
                file.write(content)
        return path

    def bareme(self, *args, lang="en_GB.UTF-8"):
        environment = {**os.environ, "LC_ALL": lang}
        done = subprocess.run([BAREME, *args], capture_output=True, text=True, timeout=120, env=environment)
        self.assertNotIn(done.returncode, (3, 4), done.stdout + done.stderr)
        return done

    def grade(self, folder, answer, seed, *options):
        path = os.path.join(self.place.name, "answer.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(answer)
        return self.bareme("grade", folder, path, "--seed", str(seed), *options)

    def report(self, folder, answer, seed):
        return json.loads(self.grade(folder, answer, seed, "--json").stdout)

    def test_every_minimal_form_of_the_own_function_and_of_no_other(self):
        folder = self.folder()
        before = None
        for seed in (0, 1, 2, 3, 2**64 - 1):
            ones = frozenset(self.report(folder, "a", seed)["values"]["f.ones"])
            self.assertTrue(6 <= len(ones) <= 9)
            sums = minimal_sums(ones)
            self.assertEqual((len(sums), {len(cover) for cover in sums}), (2, {3}))
            for cover in sums:
                report = self.report(folder, text(cover), seed)
                self.assertEqual((report["score"]["mark"], report["seed"]), ("20.00", str(seed)))
            if before:
                self.assertNotEqual(before[0], ones)
                self.assertEqual(self.report(folder, before[1], seed)["verdict"], "incorrect")
            before = ones, text(sums[0])

    def test_the_values_are_printed(self):
        folder = self.folder("n {{n}}, {{f.dont_care}} et {{b}}",
                             {"f": {"boolean": {**FUNCTION, "dont_care": 1}}, "n": {"int": [7, 7]}, "b": "bool"})
        done = self.grade(folder, "a", 4)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout, r"(?m)^Statement: n = 7, f\.dont_care = \[\d+\], b = (true|false)$")
        self.assertNotIn("f.ones", done.stdout)
        french = self.bareme("grade", folder, os.path.join(self.place.name, "answer.txt"), "--seed", "4", lang="fr_FR.UTF-8")
        self.assertIn("Énoncé\u00a0: n = 7", french.stdout)
        self.assertEqual(json.loads(self.grade(folder, "a", 4, "--json", "--student").stdout)["values"]["n"], 7)

    def test_check_tries_several_seeds(self):
        folder = self.folder(wrong=[{"answers": {"f": "$f"}, "mark": 2}, {"answers": {"f": "0"}, "mark": 0}])
        done = self.bareme("check", folder)
        self.assertEqual(done.returncode, 0, done.stdout)
        folder = self.folder(wrong=[{"answers": {"f": "$f"}, "mark": 3}])
        done = self.bareme("check", folder)
        self.assertEqual((done.returncode, "earns 2 points, not 3" in done.stdout, "(seed 1)" in done.stdout), (1, True, True), done.stdout)
        self.assertIn("(graine 1)", self.bareme("check", folder, lang="fr_FR.UTF-8").stdout)
        right = text(minimal_sums(frozenset(self.report(folder, "a", 3)["values"]["f.ones"]))[0])
        for seeds, found in (([2], "earns 0 points, not 20"), ([3], None), ([3, 2], "(seed 2)")):
            done = self.bareme("check", self.folder(wrong=[{"answers": {"f": right}, "seeds": seeds, "mark": 20}]))
            self.assertEqual((done.returncode, (found or "") in done.stdout), (1 if found else 0, True), done.stdout)

    def test_what_is_refused_by_name(self):
        python = {"id": "p", "kind": "python-function", "entry": "f", "tests": [{"call": "f(1)", "returns": "1"}]}
        rows = [
            ({"parameters": {"where": ["m > 1"], "n": {"int": [1, 9]}}}, "/parameters/where/0: No drawn value is called \"m\" in this condition"),
            ({"variant": {"changes": "attempt"}}, "/variant: The key \"variant\" belongs to the format"),
            ({"parameters": {"f": {"tree": {"int": [0, 9]}}}}, "/parameters/f/tree: The way of drawing \"tree\" is unknown"),
            *(({"parameters": {"f": {"boolean": {"variables": ["a", "b", "c"], **wish}}}}, f"/parameters/f/boolean{at}: a contradiction: {why}")
              for wish, at, why in (
                  ({"terms": 5}, "/terms", "with 3 variable(s) a minimal sum has 4 term(s)"),
                  ({"terms": 1, "literals": 1}, "/literals", "a function that depends on its 3 variables has 3"),
                  ({"terms": 3, "literals": 2, "every_variable": False}, "/literals", "3 terms have 3 literals at least, not 2"),
                  ({"terms": 2, "literals": 7}, "/literals", "a term has 3 literal(s) at most; 7"),
                  ({"terms": 1, "minimal_forms": 2}, "/minimal_forms", "a function of one term"),
                  ({"terms": 4, "ones": [1, 3]}, "/terms", "each term of a minimal sum has a row of its own"),
                  ({"dont_care": 8}, "/dont_care", "with \"dont_care\" all 8 rows"),
                  ({"dont_care": 4, "ones": [5, 8]}, "/ones", "there are only 8 rows"),
                  ({"dont_care": 7}, "", "a constant function depends on no variable"),
                  ({"terms": 1, "ones": [2, 8]}, "/ones", "a single term with every variable"))),
            ({"parameters": {"f": {"boolean": {**FUNCTION, "minimal_forms": 500}}}}, "What is asked of \"f\" is too rare"),
            ({"parameters": {"f": {"boolean": {**FUNCTION, "ones": [9, 6]}}}}, "\"ones\" asks for two numbers of rows"),
            ({"parameters": {"f": {"boolean": {**FUNCTION, "variables": ["a", "a"]}}}}, "/parameters/f/boolean/variables/1: "),
            ({"parameters": {"f": {"boolean": {**FUNCTION, "variables": list("abcdefg")}}}}, "/parameters/f/boolean/variables: "),
            ({"parameters": {"f": {"boolean": {**FUNCTION, "minimal_form": 2}}}}, "Did you mean \"minimal_forms\"?"),
            ({"questions": [{**QUESTION, "function": "$g"}]}, "/questions/0/function: No drawn value is called \"g\"."),
            ({"questions": [{**QUESTION, "dont_care": "$f.dont_cares"}]}, "Did you mean \"f.dont_care\"?"),
            ({"statement": "{{f.one}}"}, "statement.fr.md:1:1: No drawn value is called \"f.one\". Did you mean \"f.ones\"?"),
            ({"questions": [python]}, "Questions \"python-function\" cannot stand yet"),
        ]
        for change, said in rows:
            with self.subTest(said):
                done = self.grade(self.folder(**change), "a", 1)
                self.assertEqual(done.returncode, 2, done.stdout)
                self.assertIn(said, done.stderr)


if __name__ == "__main__":
    unittest.main()
