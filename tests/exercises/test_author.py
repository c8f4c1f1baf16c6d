"""What a teacher in a hurry types, and what `check`, `grade` and `new` say of it: where, what, and what to do instead.

Runs with the built binary in $BAREME. Standard library only.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import urllib.request

BAREME = os.environ["BAREME"]
LANGUAGES = ("fr_FR.UTF-8", "en_US.UTF-8")

FUNCTION = {
    "format": 1, "title": "Tri", "questions": [{
        "id": "tri", "kind": "python-function", "points": 20, "entry": "tri", "params": ["l"],
        "tests": [{"call": "tri([3, 1, 2])", "returns": "[1, 2, 3]"}, {"call": "tri([])", "returns": "[]"}]}]}
TEXT = json.dumps(FUNCTION, indent=1)
FIRST = '"returns": "[1, 2, 3]"'
SOLUTION = "def tri(l):\n    return sorted(l)\n"
CHECKED = json.dumps({"format": 1, "title": "P", "questions": [
    {"id": "p", "kind": "python-program", "compare": "checker", "tests": [{"stdin": "3\n", "prints": "6"}]}]})


def exercise(old, new, **files):
    assert old in TEXT
    return {"exercise.json": TEXT.replace(old, new, 1), **files}


def checker(text):
    return {"exercise.json": CHECKED, "solution.py": "print(2 * int(input()))\n", "checker.py": text}


# files, the place, words in French, words in English
SLIPS = [
    (exercise('"title"', "“title”"), "exercise.json:3:2: ", "guillemet droit", "straight one"),
    (exercise('"Tri"', "'Tri'"), "exercise.json:3:11: ", "guillemets doubles", "double quotes"),
    (exercise('"Tri",', '"Tri"'), "exercise.json:3:16: ", "manque une virgule", "comma is missing"),
    (exercise('"[]"\n', '"[]",\n'), "exercise.json:", "virgule est en trop", "one too many"),
    (exercise('20', '2,5'), "exercise.json:", "avec un point", "with a point"),
    (exercise('"title"', '// le titre\n"title"'), "exercise.json:3:2: ", "commentaires", "comments"),
    (exercise('"Tri"', 'Tri'), "exercise.json:3:11: ", "« Tri »", '"Tri"'),
    (exercise('"title"', '"titre"'), "/titre", "« title »", '"title"'),
    (exercise('"returns"', '"renvoie"'), "tests/0/renvoie", "« returns »", '"returns"'),
    (exercise('"[]"', "3"), "/tests/1/returns", 'écrivez "3"', 'write "3"'),
    (exercise(FIRST, '"returns": "true"'), "/tests/0/returns", "majuscule", "capital"),
    (exercise(FIRST, '"returns": "bonjour"'), "/tests/0/returns", "\"'bonjour'\"", "\"'bonjour'\""),
    (exercise(FIRST, '"returns": "sorted([1])"'), "/tests/0/returns", "demande un calcul", "calculation"),
    (exercise(FIRST, '"returns": "[1, 2"'), "/tests/0/returns", "jamais refermé", "never closed"),
    (exercise('"tri([3, 1, 2])"', '"tri([3, 1, 2]"'), "/tests/0/call", "Python correct", "correct Python"),
    (exercise(FIRST, '"label": "a"', **{"solution.py": "def tri(l):\n    return l[7]\n"}), "/tests/0", "à sa ligne 2", "at its line 2"),
    (exercise(FIRST, '"args_after": ["[1]", "2"]'), "/tests/0/args_after", "1 argument(s)", "1 argument(s)"),
    (exercise(FIRST, FIRST + ', "setup": "x = ["'), "/tests/0/setup", "n’est pas du Python", "not correct Python"),
    ({"solution.py": "def tri(l)\n    return sorted(l)\n"}, "solution.py:1:", "ne peut pas être lue", "cannot be read"),
    ({"solution.py": "def trier(l):\n    return sorted(l)\n"}, "/tests/0", "« tri » n’est pas définie", "“tri” is not defined"),
    ({"solution.py": "def tri(l):\n    print(sorted(l))\n"}, "/tests/0", "print au lieu de", "with print instead"),
    ({"prelude.py": "TVA = 20 %\n"}, "prelude.py:1", "code fourni", "given code"),
    (checker("def check(stdin, output, expected):\n    return output[99]\n"), "checker.py:2", "check() échoue", "check() fails"),
    (checker("def check(stdin, output, expected):\n    return 'oui'\n"), "checker.py", "renvoyé 'oui'", "returned 'oui'"),
    (checker("def verifie(a):\n    return 1\n"), "checker.py", "il faut ici une fonction", "is needed here"),
    (checker("def check(stdin, output, expected)\n    return 1\n"), "checker.py:1", "check()", "check()"),
]


def run(*arguments, lang):
    done = subprocess.run([BAREME, *arguments], capture_output=True, timeout=120, env={**os.environ, "LC_ALL": lang})
    # Unbreakable spaces are spaces here.
    return done.returncode, done.stdout.decode().replace("\xa0", " "), done.stderr.decode().replace("\xa0", " ")


class Author(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name, "algo/tri")

    def lay(self, files):
        for name, data in {"exercise.json": TEXT, "statement.fr.md": "Triez.", "solution.py": SOLUTION, **files}.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(data)

    def test_slips(self):
        for files, place, *words in SLIPS:
            with tempfile.TemporaryDirectory() as scratch:
                self.folder = pathlib.Path(scratch, "algo/tri")
                self.lay(files)
                for lang, word in zip(LANGUAGES, words):
                    with self.subTest(word=word, lang=lang):
                        code, said, _ = run("check", str(self.folder), lang=lang)
                        self.assertEqual(code, 1, said)
                        self.assertIn(place, said)
                        self.assertIn(word, said)
                        self.assertLessEqual(said.count("\n"), 4, "one mistake is told once")

    def test_rich_call_is_said(self):
        self.lay(exercise('"tri([3, 1, 2])"', '"tri([x for x in (3, 2, 1)])"'))
        for lang, word in zip(LANGUAGES, ("avertissement", "warning")):
            code, said, _ = run("check", str(self.folder), lang=lang)
            self.assertEqual(code, 0, said)
            self.assertIn("/questions/0/tests/0/call", said)
            self.assertIn(word, said)

    def test_json_has_both_languages(self):
        self.lay(exercise(FIRST, '"returns": "bonjour"'))
        finding, = json.loads(run("check", "--json", str(self.folder), lang="fr_FR.UTF-8")[1])[0]["findings"]
        self.assertIn("guillemets", finding["fr"])
        self.assertIn("quotes", finding["en"])

    def test_marking_with_a_broken_exercise(self):
        """`grade` says that the exercise is at fault, and marks nothing."""
        self.lay(exercise(FIRST, '"returns": "[1, 2"'))
        for lang, words in zip(LANGUAGES, ("l’exercice est à corriger", "the exercise must be mended")):
            code, out, said = run("grade", str(self.folder), str(self.folder / "solution.py"), lang=lang)
            self.assertEqual((code, out), (2, ""))
            self.assertIn("/questions/0/tests/0/returns", said)
            self.assertIn(words, said)

    def test_names(self):
        self.lay({})
        folder, scratch = str(self.folder), self.scratch.name
        rows = [
            (["grade", folder, "nada.py"], "n’existe pas", "does not exist"),
            (["grade", folder, folder], "un dossier", "a folder"),
            (["grade", "tri2", "x.py", "--exercises", scratch], "algo.tri", "algo.tri"),
            (["grade", os.path.join(scratch, "rien"), "x.py"], "pas d’exercice", "no exercise"),
            (["new", "python-function", os.path.join(scratch, "été")], "sans accent", "without accents"),
        ]
        for arguments, *words in rows:
            for lang, word in zip(LANGUAGES, words):
                with self.subTest(arguments=arguments, lang=lang):
                    code, _, said = run(*arguments, lang=lang)
                    self.assertEqual(code, 2)
                    self.assertIn(word, said)

    def test_what_the_operator_reads(self):
        """A stored version that cannot be marked is set aside, with the place and the words of both languages."""
        self.lay(exercise(FIRST, '"returns": "true"'))
        for folder in (self.scratch.name, self.folder.parent, self.folder):
            os.chmod(folder, 0o755)
        data = os.path.join(self.scratch.name, "data")
        service = subprocess.Popen([BAREME, "serve", "--listen", "127.0.0.1:0", "--data", data, "--exercises", self.scratch.name],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "fr_FR.UTF-8"})
        try:
            address = service.stdout.readline().decode().split()[-1]
            body = json.dumps({"exercise": "algo.tri", "answers": {"tri": "def tri(l):\n    return 1\n"}}).encode()
            asked = urllib.request.Request(address + "/api/v1/submissions", body,
                                           {"Content-Type": "application/json", "Prefer": "wait=30"})
            reply = json.load(urllib.request.urlopen(asked, timeout=60))
            self.assertEqual(reply["state"], "quarantined", reply)
        finally:
            service.terminate()
            service.wait(60)
            service.stdout.close()
        _, said, _ = run("queue", "list", "--data", data, lang="fr_FR.UTF-8")
        self.assertIn("/questions/0/tests/0/returns", said)
        self.assertIn("avec une majuscule", said)
        self.assertIn("with a capital", said)


if __name__ == "__main__":
    unittest.main()
