"""Matrices against a computation of its own: right answers in many notations, each known mistake, answers that take no work.

Matrices are drawn, worked out in Python with fractions, and marked by the built binary in $BAREME: a transposed answer, BA,
a neighbouring power and their like must be told every time that they differ from the truth, and are right where they do not.
Standard library only.
"""
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest
from fractions import Fraction

BAREME = os.environ["BAREME"]
AT_ONCE = 50  # questions of one exercise


def grade(cases):
    """The report of each (question, answer)."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place, "serie", "essai")
        folder.mkdir(parents=True)
        questions = [{"kind": "matrix", **question, "id": f"q{number}", "points": 1} for number, (question, _) in enumerate(cases)]
        (folder / "exercise.json").write_text(json.dumps({"format": 1, "title": "T", "questions": questions}), encoding="utf-8")
        (folder / "statement.fr.md").write_text("…", encoding="utf-8")
        answers = folder.parent / "answers.json"
        answers.write_text(json.dumps({f"q{number}": answer for number, (_, answer) in enumerate(cases)}), encoding="utf-8")
        done = subprocess.run([BAREME, "grade", str(folder), str(answers), "--json"], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr[:2000])
    return json.loads(done.stdout)["questions"]


def codes(report):
    said = [test.get("message") for test in report["tests"]] + report["feedback"]
    return {one["code"] for one in said if one and one.get("code")}


def mul(a, b):
    return [[sum((x * y for x, y in zip(row, column)), Fraction(0)) for column in zip(*b)] for row in a]


def turned(a):
    return [list(row) for row in zip(*a)]


def cellwise(work, *all_of):
    return [[work(*cells) for cells in zip(*rows)] for rows in zip(*all_of)]


def identity(side):
    return [[Fraction(i == j) for j in range(side)] for i in range(side)]


def power(a, exponent):
    made = identity(len(a))
    for _ in range(exponent):
        made = mul(made, a)
    return made


def boolean(a):
    return cellwise(lambda x: Fraction(x != 0), a)


def determinant(a):
    if not a:
        return Fraction(1)
    return sum((-1) ** j * a[0][j] * determinant([row[:j] + row[j + 1:] for row in a[1:]]) for j in range(len(a)))


def inverse(a):
    """By cofactors."""
    side, whole = range(len(a)), determinant(a)
    return [[(-1) ** (i + j) * determinant([row[:i] + row[i + 1:] for k, row in enumerate(a) if k != j]) / whole for j in side] for i in side]


def plain(a):
    return [[str(cell) for cell in row] for row in a]


NOTATIONS = (
    lambda a: " / ".join(" ".join(row) for row in a),
    lambda a: "\n".join(" ; ".join(row) for row in a),
    lambda a: "[" + ";".join("[" + ";".join(row) + "]" for row in a) + "]",
    lambda a: "\n".join("| " + " | ".join(row) + " |" for row in a),
    lambda a: "A = \\begin{pmatrix}" + " \\\\ ".join(" & ".join(row) for row in a) + "\\end{pmatrix}",
    lambda a: "\n".join("\t".join(row) for row in a).replace("-", "−"),
    lambda a: a,
    lambda a: {"matrix": a},
)


class Matrices(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(20261124)
        self.cases = []

    def drawn(self, rows, columns, least=-4, most=6):
        return [[Fraction(self.random.randint(least, most)) for _ in range(columns)] for _ in range(rows)]

    def expect(self, question, truth, answer, *any_of):
        """One of these messages, or full marks where the mistake makes no difference."""
        if answer is not None:
            self.cases.append((question, plain(answer), answer == truth, any_of))

    def run_cases(self):
        for start in range(0, len(self.cases), AT_ONCE):
            some = self.cases[start:start + AT_ONCE]
            for (question, answer, right, any_of), report in zip(some, grade([case[:2] for case in some])):
                with self.subTest(question=question, answer=answer):
                    if right:
                        self.assertEqual(report["points"], report["max"])
                        continue
                    self.assertNotEqual(report["points"], report["max"])
                    self.assertTrue(not any_of or codes(report) & set(any_of), codes(report))

    def test_notations(self):
        for _ in range(12):
            a, b = self.drawn(2, 3), self.drawn(3, self.random.choice([1, 2, 3]))
            square = self.drawn(3, 3)
            for notation in NOTATIONS:
                self.cases.append(({"given": {"A": plain(a), "B": plain(b)}, "ask": "A*B"}, notation(plain(mul(a, b))), True, ()))
                if determinant(square):
                    self.cases.append(({"given": {"A": plain(square)}, "ask": "A^-1"}, notation(plain(inverse(square))), True, ()))
        self.run_cases()

    def test_products(self):
        for _ in range(25):
            n = self.random.choice([2, 3])
            a, b = self.drawn(n, n), self.drawn(n, n)
            truth = mul(a, b)
            question = {"given": {"A": plain(a), "B": plain(b)}, "ask": "A*B"}
            # What coincides with another mistake may be called by its name.
            told = [(turned(truth), "transposed"), (mul(b, a), "other-order"), (cellwise(lambda x, y: x * y, a, b), "termwise"),
                    (cellwise(lambda x, y: x + y, a, b), "sum-for-product"), (cellwise(lambda x: -x, truth), "signs-flipped"),
                    (mul(turned(a), b), "left-transposed"), (mul(a, turned(b)), "right-transposed")]
            for answer, code in told:
                self.expect(question, truth, answer, *[other for one, other in told if one == answer])
                self.assertTrue(code)
            a, b = self.drawn(2, 3), self.drawn(3, 2)
            self.expect({"given": {"A": plain(a), "B": plain(b)}, "ask": "A*B"}, mul(a, b), mul(b, a), "other-order")
        self.run_cases()

    def test_powers(self):
        for _ in range(20):
            m, k = self.drawn(3, 3, -1, 2), self.random.choice([2, 3, 4])
            truth, question = power(m, k), {"given": {"M": plain(m)}, "ask": f"M^{k}"}
            told = [(turned(truth), "transposed"), (cellwise(lambda x: -x, truth), "signs-flipped"), (boolean(truth), "boolean-for-integer"),
                    (cellwise(lambda x: x ** k, m), "power-termwise"), (cellwise(lambda x: k * x, m), "power-multiple"),
                    (power(m, k - 1), "power-before"), (power(m, k + 1), "power-after")]
            for answer, _ in told:
                self.expect(question, truth, answer, *[other for one, other in told if one == answer])
            m = boolean(self.drawn(4, 4, 0, 1))
            truth, question = boolean(power(m, k)), {"given": {"M": plain(m)}, "ask": f"bool_power(M, {k})"}
            told = [(power(m, k), "integer-for-boolean"), (turned(truth), "transposed"), (boolean(power(m, k - 1)), "power-before"), (boolean(power(m, k + 1)), "power-after")]
            for answer, _ in told:
                self.expect(question, truth, answer, *[other for one, other in told if one == answer])
        self.run_cases()

    def test_inverses(self):
        for _ in range(40):
            a = self.drawn(2, 2)
            whole = determinant(a)
            if not whole:
                continue
            truth, question = inverse(a), {"given": {"A": plain(a)}, "ask": "inverse(A)"}
            told = [(turned(truth), "transposed"), (cellwise(lambda x: -x, truth), "signs-flipped"), (cellwise(lambda x: whole * x, truth), "inverse-no-factor"),
                    (cellwise(lambda x: whole * whole * x, truth), "inverse-times-factor"),
                    ([[a[1][1] / whole, a[0][1] / whole], [a[1][0] / whole, a[0][0] / whole]], "inverse-signs"),
                    ([[a[0][0] / whole, -a[0][1] / whole], [-a[1][0] / whole, a[1][1] / whole]], "inverse-diagonal"),
                    (a, "inverse-forgotten"), (turned(a), "inverse-transposed")]
            for answer, _ in told:
                self.expect(question, truth, answer, *[other for one, other in told if one == answer])
            slip = [list(row) for row in truth]
            slip[1][0] += 7
            self.expect(question, truth, slip)
        self.run_cases()

    def test_modulo(self):
        for _ in range(30):
            a, b, n = self.drawn(2, 2, 0, 25), self.drawn(2, 2, 0, 25), self.random.choice([2, 7, 26])
            truth = cellwise(lambda x: x % n, mul(a, b))
            self.expect({"given": {"A": plain(a), "B": plain(b)}, "ask": "A*B", "mod": n}, truth, mul(a, b), "modulo-not-reduced")
            self.expect({"given": {"A": plain(a), "B": plain(b)}, "ask": "A*B", "mod": n}, truth, truth)
        self.run_cases()

    def test_one_wrong_cell(self):
        """Its place and its row by its column are told, and all others are paid."""
        cases, places = [], []
        for _ in range(AT_ONCE):
            a, b = self.drawn(3, 3, 1, 9), self.drawn(3, 3, 1, 9)
            answer, i, j = mul(a, b), self.random.randrange(3), self.random.randrange(3)
            wanted = answer[i][j]
            answer[i][j] += self.random.choice([1, 2, 10])
            cases.append(({"given": {"A": plain(a), "B": plain(b)}, "ask": "A*B"}, plain(answer)))
            expansion = " + ".join(f"{x}×{row[j]}" for x, row in zip(a[i], b))
            places.append(f"Ligne {i + 1} × colonne {j + 1}\u00a0: {expansion} = {wanted}, vous avez {answer[i][j]}.")
        for said, report in zip(places, grade(cases)):
            self.assertEqual(report["tests"][0]["message"]["fr"], said)
            self.assertEqual(report["points"], "8/9")
            self.assertEqual(report["pictures"][0]["picture"], "product")

    def test_no_work(self):
        """Zeros, ones, the identity, what is given: a tenth at most unless they are right."""
        cases, right = [], []
        for _ in range(20):
            m = boolean(self.drawn(4, 4, 0, 1))
            asks = {"M^2": power(m, 2), "bool_power(M, 3)": boolean(power(m, 3)), "transpose(M)": turned(m)}
            for ask, truth in asks.items():
                for answer in ([[Fraction(0)] * 4] * 4, [[Fraction(1)] * 4] * 4, identity(4), m):
                    cases.append(({"given": {"M": plain(m)}, "ask": ask, "adjacency": ask == "transpose(M)"}, plain(answer)))
                    right.append(answer == truth)
        for start in range(0, len(cases), AT_ONCE):
            for fine, report in zip(right[start:start + AT_ONCE], grade(cases[start:start + AT_ONCE])):
                points = Fraction(report["points"])
                self.assertEqual(points == 1, fine)
                self.assertTrue(fine or points <= Fraction(1, 10), report)

    def test_systems(self):
        for _ in range(40):
            a, x = self.drawn(3, 3), self.drawn(3, 1)
            b = mul(a, x)
            if determinant(a):
                question = {"system": {"A": plain(a), "b": plain(b)}}
                self.cases.append((question, "x = {} ; y = {} ; z = {}".format(*[row[0] for row in x]), True, ()))
                self.cases.append((question, plain(turned(x))[0], True, ()))
                self.cases.append((question, f"({x[0][0]} ; {x[1][0]} ; {x[2][0] + 1})", False, ("equation-unsolved", "system-signs", "system-exchanged", "system-copied", "system-multiplied", "system-transposed", "system-no-factor")))
        self.run_cases()


if __name__ == "__main__":
    unittest.main()
