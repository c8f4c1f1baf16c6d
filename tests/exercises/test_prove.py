#!/usr/bin/python3
"""prove.py finds what is wrong with an exercise: each row spoils a copy of a shipped one and names a word of the fault."""
import json
import os
import shutil
import sys
import tempfile
import unittest

import prove

EXERCISES = sys.argv.pop(1) if len(sys.argv) > 1 else "exercises"


def first_test(data, **changes):
    data["questions"][0]["tests"][0].update(changes)


def first_wrong(data, **changes):
    data["wrong"][0].update(changes)


# exercise, how to spoil its JSON, a word of the fault
SPOILT = [
    ("maximum", lambda data: first_wrong(data, mark="13"), "12 points, 13 were announced"),
    ("maximum", lambda data: first_wrong(data, fails=["liste vide"]), "wrong/depart-a-zero.py: fails"),
    ("maximum", lambda data: first_test(data, returns="4"), "the reference: 16 points"),
    ("maximum", lambda data: data["questions"][0]["forbid"].update(cap="1/4"), "fonction-toute-faite.py: 5 points"),
    ("maximum", lambda data: data["wrong"].pop(), "is named nowhere"),
    ("annee-bissextile", lambda data: data["questions"][0]["tests"][2].pop("group"), "divisible-par-4.py: 15 points"),
    ("prix-ttc", lambda data: first_test(data, returns="120.1"), "the reference: 15 points"),
    ("tri-sur-place", lambda data: first_test(data, args_after=["[3, 2, 1]"]), "the reference"),
    ("factorielle", lambda data: data["questions"][0]["tests"][-1].update(raises="TypeError"), "the reference: 15 points"),
    ("table-de-multiplication", lambda data: first_test(data, prints="7 x 1 = 7\n"), "the reference: 12 points"),
    ("ticket-de-caisse", lambda data: first_test(data, prints="total"), "the reference: 15 points"),
    ("suite-de-syracuse", lambda data: first_test(data, prints="6 3 10"), "the reference: 15 points"),
    ("recherche-dichotomique", lambda data: first_wrong(data, mark="13.33"), "40/3 points"),
    ("../algebre-de-boole/quatre-termes", lambda data: first_wrong(data, mark="17"), "announces 17, and is worth 16 to 16"),
    ("../algebre-de-boole/quatre-termes", lambda data: data["questions"][0].update(function="ab + c"), "is worth"),
    ("../algebre-de-boole/quatre-termes", lambda data: data["wrong"][0].pop("says"), "names no message"),
    ("../algebre-de-boole/quatre-termes", lambda data: data["wrong"][3]["answers"].update(simplifier="b + c"), "announces 8"),
    ("../algebre-de-boole/forme-canonique", lambda data: data["questions"][0].update(form="any"), "announces 10, and is worth 20 to 20"),
    ("../algebre-de-boole/portes-nand", lambda data: first_wrong(data, mark="10"), "announces 10, and is worth 2 to 2"),
    ("../algebre-de-boole/portes-nor", lambda data: first_wrong(data, mark="10"), "announces 10, and is worth 2 to 2"),
    ("../algebre-de-boole/table-implication", lambda data: data["questions"][0].update(required=False), "announces 10, and is worth 20 to 20"),
    ("../algebre-de-boole/karnaugh-vote", lambda data: data["questions"][0].pop("shares"), "announces 35/2, and is worth"),
    ("../algebre-de-boole/karnaugh-chiffre", lambda data: data["questions"][0].pop("dont_care"), "is worth"),
    ("../algebre-de-boole/lois-nommees", lambda data: data["questions"][0].update(laws="none"), "announces 15, and is worth 20 to 20"),
    ("../algebre-de-boole/consequence-logique", lambda data: data["questions"][0].update(conclusion="R ⇒ P"), "is worth"),
    ("../algebre-de-boole/tautologies", lambda data: data["questions"][0].update(formula="P ⇒ Q"), "is worth"),
    ("../algebre-de-boole/negation-quantifiee", lambda data: data["questions"][1].update(formula="∀x, ∀y, R(x,y)"), "is worth"),
]


class ProveTest(unittest.TestCase):
    def test_every_spoilt_exercise_is_found(self):
        for name, spoil, word in SPOILT:
            with self.subTest(exercise=name, word=word), tempfile.TemporaryDirectory() as place:
                folder = shutil.copytree(os.path.join(EXERCISES, "algorithmique", name), os.path.join(place, os.path.basename(name)))
                path = os.path.join(folder, "exercise.json")
                with open(path, encoding="utf-8") as file:
                    data = json.load(file)
                spoil(data)
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(data, file)
                faults, _ = prove.prove(folder, None)
                self.assertTrue(any(word in fault for fault in faults), faults)

    def test_a_starter_with_full_marks_is_found(self):
        with tempfile.TemporaryDirectory() as place:
            folder = shutil.copytree(os.path.join(EXERCISES, "algorithmique", "bonjour"), os.path.join(place, "bonjour"))
            shutil.copy(os.path.join(folder, "solution.py"), os.path.join(folder, "starter.py"))
            faults, _ = prove.prove(folder, None)
            self.assertEqual(len(faults), 1, faults)
            self.assertIn("starter", faults[0])

    def test_points_that_do_not_add_up_are_refused(self):
        with tempfile.TemporaryDirectory() as place:
            folder = shutil.copytree(os.path.join(EXERCISES, "algorithmique", "mention"), os.path.join(place, "mention"))
            path = os.path.join(folder, "exercise.json")
            with open(path, encoding="utf-8") as file:
                data = json.load(file)
            first_test(data, points=15)
            with open(path, "w", encoding="utf-8") as file:
                json.dump(data, file)
            with self.assertRaises(ValueError):
                prove.Exercise(folder)


if __name__ == "__main__":
    unittest.main()
