"""What a beginner reads: the right explanation for the usual slips, each thing said once, in both languages.

Runs with the built binary in $BAREME. Standard library only.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BAREME = os.environ["BAREME"]
EXERCISE = json.dumps({
    "format": 1, "title": "Maximum", "questions": [{
        "id": "maximum", "kind": "python-function", "points": 20, "entry": "maximum", "params": ["nombres"],
        "tests": [{"call": "maximum([3, 1, 2])", "returns": "3", "hint": "Le premier ?"},
                  {"call": "maximum([1, 2, 8])", "returns": "8", "hint": "Le dernier ?"}]}]})
SOLUTION = "def maximum(nombres):\n    return max(nombres)\n"
HEAD = "def maximum(nombres):\n"

# answer, words in French, words in English
SLIPS = [
    ("def maximum(nombres)\n    return 0\n", "manque un «\u00a0:\u00a0»", "“:” is missing"),
    (HEAD + "    return « trois »\n", "traitement de texte", "word processor"),
    (HEAD + "    return ‘trois’\n", "traitement de texte", "word processor"),
    (HEAD + "    return nombres[len(nombres) – 1]\n", "signe moins", "minus sign"),
    (HEAD + "    return nombres[len(nombres) − 1]\n", "signe moins", "minus sign"),
    (HEAD + "\xa0\xa0\xa0\xa0return 0\n", "espace insécable", "unbreakable space"),
    (HEAD + "    return 2 × 3\n", "s’écrit *", "is written *"),
    (HEAD + "    if 1:\n        return 0\n    else if 2:\n        return 1\n", "elif", "elif"),
    (HEAD + "    If 1:\n        return 0\n", "en minuscules", "small letters"),
    (HEAD + "    pour x dans nombres:\n        return 0\n", "en anglais", "are English"),
    (">>> " + HEAD + "...     return 0\n", "console", "console"),
    (HEAD + "    n = 0\n    n++\n    return n\n", "n += 1", "n += 1"),
    ("def maximum(nombres) {\n    return 0;\n}\n", "accolades", "braces"),
    (HEAD + "    return 1 && 2\n", "s’écrit and", "is written and"),
    (HEAD + "    return 1 => 2\n", ">=", ">="),
    (HEAD + "    // le plus grand\n    return 0\n", "commence par #", "begins with #"),
    (HEAD + "    return nombre[0]\n", "«\u00a0nombres\u00a0»", "“nombres”"),
    (HEAD + "    for i in range(nombres):\n        return i\n", "range(len(", "range(len("),
    (HEAD + "    for i in range(len):\n        return i\n", "parenthèses", "parentheses"),
    (HEAD + "    return int(nombres)\n", "pas une liste", "not a list"),
    (HEAD + "    return true\n", "«\u00a0True\u00a0»", "“True”"),
    # What looks like a slip and is none must keep Python's own explanation.
    (HEAD + "    x = 'si // {'\n    return (1\n", "jamais refermé", "never closed"),
    (HEAD + "    return {1: 2\n", "jamais refermé", "never closed"),
]


def run(*arguments, lang):
    done = subprocess.run([BAREME, *arguments], capture_output=True, timeout=120, env={**os.environ, "LC_ALL": lang})
    return done.stdout.decode() + done.stderr.decode()


class Beginner(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name, "algo/maximum")
        cls.folder.mkdir(parents=True)
        for name, data in (("exercise.json", EXERCISE), ("statement.fr.md", "Le plus grand.\n"), ("solution.py", SOLUTION)):
            (cls.folder / name).write_text(data)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def grade(self, answer, lang="fr_FR.UTF-8"):
        path = pathlib.Path(self.scratch.name, "answer.py")
        path.write_text(answer)
        return run("grade", str(self.folder), str(path), lang=lang)

    def test_slips(self):
        for answer, *words in SLIPS:
            for lang, word in zip(("fr_FR.UTF-8", "en_US.UTF-8"), words):
                with self.subTest(answer=answer, lang=lang):
                    self.assertIn(word, self.grade(answer, lang))

    def test_caret_below_the_place(self):
        lines = self.grade(HEAD + "    été = 'é' +\n    return été\n").splitlines()
        caret = next(i for i, line in enumerate(lines) if line.strip() == "^")
        self.assertEqual(lines[caret - 1].strip(), "été = 'é' +")
        self.assertEqual(lines[caret].index("^"), len(lines[caret - 1]))

    def test_values_are_said_once(self):
        said = self.grade(HEAD + "    return nombres[0]\n")
        self.assertEqual(said.count("8\n"), 1, said)
        self.assertNotIn("Attendu\u00a0: 8\u00a0;", said)

    def test_a_repeated_message_refers_back(self):
        said = self.grade(HEAD + "    return nombres[9]\n")
        self.assertEqual(said.count("IndexError"), 1, said)
        self.assertIn("Même remarque que pour maximum([3, 1, 2])", said)
        self.assertNotIn("Le dernier ?", said, "the second test's own difficulty was not reached")

    def test_no_hint_before_the_function_is_there(self):
        said = self.grade("def maxi(nombres):\n    return 0\n")
        self.assertEqual(said.count("n’est pas définie"), 1, said)
        self.assertNotIn("Indice", said)


if __name__ == "__main__":
    unittest.main()
