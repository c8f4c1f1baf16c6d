"""Every explanation is reached by code that a beginner writes, in the words of the Python that runs here."""
import unittest

from marking import drive, function

RAISED = [  # the body of f, words of the explanation
    ("return mximum", "nulle part"),
    ("return pront(x)", "Vouliez-vous écrire «\u00a0print\u00a0»"),
    ("return ff(x)\ndel ff\n", "existe bien dans votre code"),
    ("x += y\n y = 1", "avant d’y avoir reçu"),
    ("return [1, 2][2]", "de 0 à n - 1"),
    ("return 'ab'[2]", "caractère qui n’existe pas"),
    ("return [].pop()", "déjà vide"),
    ("return {}[1]", "pas dans le dictionnaire"),
    ("return 1 % 0", "par zéro"),
    ("return f(x)", "sans fin"),
    ("return [1].append(2).append(3)", "Une fonction sans «\u00a0return\u00a0» renvoie None"),
    ("return 'a'.push()", "n’a pas cet attribut"),
    ("return 'a' + 1", "convertissez le nombre avec str"),
    ("return [1] + 1", "liste.append(x)"),
    ("return len(None)", "Une des valeurs vaut None"),
    ("return 1 + 'a'", "mélange des types"),
    ("return 'a' * 'b'", "mélange des types"),
    ("return 'a' < 1", "comparer ces deux types"),
    ("for i in 3: pass", "for i in range(n)"),
    ("return x(3)", "n’est pas une fonction"),
    ("return x[0]", "n’a pas d’éléments"),
    ("s = 'abc'\n s[0] = 'd'", "modifiée sur place"),
    ("return [1]['a']", "doit être un entier"),
    ("return len(3)", "pas à un nombre"),
    ("return {[1]: 2}", "un tuple convient"),
    ("return range(4 / 2)", "division entière"),
    ("return f(1, 2)", "trop, ou trop peu"),
    ("return f(z=1)", "trop, ou trop peu"),
    ("return int('1.5')", "fait de chiffres"),
    ("return float('3,14')", "avec un point"),
    ("a, b = 1, 2, 3", "à gauche du «\u00a0=\u00a0»"),
    ("return [1].index(2)", "x in liste"),
    ("return [1].remove(2)", "x in liste"),
    ("return 'a'.index('b')", "find()"),
    ("import math\n return math.sqrt(-1)", "racine carrée"),
    ("return max([])", "suite vide"),
    ("return input()", "rien à lire"),
    ("import turtle", "n’est pas disponible"),
    ("return 2.0 ** 5000", "trop grand"),
    ("return open('absent.txt')", "par leur nom seul"),
    ("return open('nouveau.txt', 'w')", "ni écrire de fichier"),
    ("import os\n os.system('ls')", "aucune réponse n’en a besoin"),
    ("assert x == 2", "assert"),
    ("return next(iter([]))", "plus d’élément"),
    ("d = {1: 1}\n for k in d: d[k + 1] = 1", "list(…)"),
    ("import sys\n sys.exit()", "utilisez «\u00a0return\u00a0»"),
    ("raise KeyboardInterrupt", "lui-même"),
    ("raise NotImplementedError", "reste à écrire"),
]

UNREADABLE = [  # the whole answer, line, words
    ("def f(x):\n  y = 1\n\treturn y\n", 3, "n’utilisez que des espaces"),
    ("def f(x):\nreturn x\n", 2, "décalée vers la droite (quatre"),
    ("def f(x):\n  y = 1\n    return y\n", 3, "sans raison"),
    ("def f(x):\n    if x:\n        y = 1\n      return y\n", 4, "aucun bloc ouvert"),
    ("def f(x)\n  return x\n", 1, "Il manque un «\u00a0:\u00a0»"),
    ("def f(x):\n  return (x\n", 2, "jamais refermé"),
    ("def f(x):\n  return x)\n", 2, "sans avoir été ouvert"),
    ("def f(x):\n  return (x]\n", 2, "sans avoir été ouvert"),
    ("def f(x):\n  return 'x\n", 2, "guillemet qui ferme"),
    ("def f(x):\n  print 'x'\n", 2, "print(…)"),
    ("def f(x):\n  if x = 3: return x\n", 2, "écrivez «\u00a0==\u00a0»"),
    ("def f(x):\n  x + 1 = 3\n", 2, "==" ),
    ("def f(x):\n  3 = x\n", 2, "==" ),
    ("return 3\n", 1, "pas dans une fonction"),
    ("def f(x):\n  break\n", 2, "que dans une boucle"),
    ("def f(x):\n  return [1 2]\n", 2, "virgule entre"),
    ("def f(x):\n  return 012\n", 2, "ne commence pas par 0"),
    ("def f(x):\n  return ’a’\n", 2, "traitement de texte"),
    ("def f(x):\n  return\u00a03\n", 2, "traitement de texte"),
    ("def f(x):\n  return 2x\n", 2, "un signe entre un nombre et un nom"),
    ("def f(x):\n  try:\n    y = 1\n  return y\n", 4, "except"),
    ("def f(x):\n  return " + "(" * 300 + ")" * 300, 2, "imbriqués"),
    ("def f(x):\n  esle: return 3\n", 2, "fin de la ligne précédente"),
]


class Explanations(unittest.TestCase):
    QUESTION = function([{"call": "f(1)", "returns": "1"}])

    def test_raised(self):
        answers = ["def f(x):\n %s\nff = 0\n" % body for body, _ in RAISED]
        replies = drive(self.QUESTION, answers)
        self.assertEqual(len(replies), len(RAISED))
        for (body, words), reply in zip(RAISED, replies):
            with self.subTest(body=body):
                row = reply["questions"][0]["tests"][0]
                self.assertEqual(row["outcome"], "raised", row)
                self.assertIn(words, row["message"]["fr"])

    def test_unreadable(self):
        replies = drive(self.QUESTION, [answer for answer, _, _ in UNREADABLE])
        self.assertEqual(len(replies), len(UNREADABLE))
        for (answer, line, words), reply in zip(UNREADABLE, replies):
            with self.subTest(answer=answer[:60]):
                report = reply["questions"][0]
                self.assertEqual((report["verdict"], report.get("line")), ("unreadable", line), report)
                self.assertIn(words, report["feedback"][0]["fr"])

    def test_reading_alone(self):
        replies = drive(self.QUESTION, ["def f(x): return x", "", "def f(x:\n"], "--read")
        self.assertEqual([reply["reading"] for reply in replies], ["ok", "blank", "unreadable"])
        self.assertEqual([reply["tests"] for reply in replies], [0, 0, 0])
        self.assertEqual((replies[2]["line"], replies[2]["column"]), (1, 6))
