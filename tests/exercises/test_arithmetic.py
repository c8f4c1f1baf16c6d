"""Arithmetic against a computation of its own: right answers in odd notations, known mistakes, answers that take no work.

Questions of the kinds number, base and cipher are drawn, answered in Python, and marked by the built binary in $BAREME.
Standard library only.
"""
import json
import math
import os
import pathlib
import random
import subprocess
import tempfile
import unittest
from fractions import Fraction

BAREME = os.environ["BAREME"]
AT_ONCE = 50  # questions of one exercise
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def grade(cases):
    """The report of each (question, answer)."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place, "serie", "essai")
        folder.mkdir(parents=True)
        questions = [{**question, "id": f"q{number}", "points": 1} for number, (question, _) in enumerate(cases)]
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


def digits(value, base):
    """A whole number that is not negative, in a base."""
    text = ""
    while value or not text:
        text = DIGITS[value % base] + text
        value //= base
    return text


class Arithmetic(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(20261124)
        self.cases = []

    def expect(self, question, answer, points, *any_of):
        """`points`: a number, or the most; any_of: one of these messages must be said."""
        self.cases.append((question, answer, points, any_of))

    def tearDown(self):
        self.assertGreater(len(self.cases), 50)
        for start in range(0, len(self.cases), AT_ONCE):
            batch = self.cases[start:start + AT_ONCE]
            for (question, answer, points, any_of), report in zip(batch, grade([case[:2] for case in batch])):
                with self.subTest(question=question, answer=answer):
                    got = Fraction(report["points"])
                    if isinstance(points, str):
                        self.assertLessEqual(got, Fraction(points))
                    else:
                        self.assertEqual(got, points)
                    if any_of:
                        self.assertTrue(codes(report) & set(any_of), f"{codes(report)}, not {any_of}")

    def test_conversions(self):
        for _ in range(60):
            source, target = self.random.sample([2, 3, 5, 8, 10, 12, 16, 20, 36], 2)
            value = self.random.randrange(40, 60000)
            given, right = digits(value, source), digits(value, target)
            question = {"kind": "base", "number": given, "from": source, "to": target}
            self.expect(question, right.lower(), 1)
            self.expect(question, f"(00{right}){target}", 1)
            self.expect(question, f"{value} base 10", 1 if target == 10 else 0)
            if right[::-1].lstrip("0") not in (right, given):
                self.expect(question, right[::-1], 0, "base-reversed", "base-not-converted", "base-weights-reversed", "base-shift")
            if given != right and not any(DIGITS.index(digit) >= target for digit in given):
                self.expect(question, given, 0, "base-not-converted")
            self.expect(question, right + "0", 0, "base-shift", "base-weights-from-one", "base-not-converted")
            self.expect(question, digits(value + 1, target), "1/2" if len(right) > 2 else "1")
            for digit in "01":
                if digit * len(right) != right:
                    self.expect(question, digit * len(right), "1/10")

    def test_groups(self):
        for _ in range(30):
            size = self.random.choice([3, 4])
            bits = "1" + "".join(self.random.choice("01") for _ in range(self.random.choice([size, size + 1, 2 * size + 1])))
            if len(bits) % size == 0:
                continue
            right = digits(int(bits, 2), 2 ** size)
            groups = [bits[at:at + size] for at in range(0, len(bits), size)]
            for wrong in ("".join(DIGITS[int(group, 2)] for group in groups),
                          "".join(DIGITS[int(group.ljust(size, "0"), 2)] for group in groups)):
                if wrong not in (right, bits, str(int(bits, 2))):
                    self.expect({"kind": "base", "number": bits, "from": 2, "to": 2 ** size}, wrong, 0, "base-groups-left",
                                "base-reversed", "base-not-converted", "base-letters-split")

    def test_divisors(self):
        for _ in range(40):
            common = self.random.randrange(2, 30)
            a, b = common * self.random.randrange(2, 90), common * self.random.randrange(2, 90)
            gcd, lcm = math.gcd(a, b), math.lcm(a, b)
            question = {"kind": "number", "given": {"a": a, "b": b}, "ask": "gcd(a, b)"}
            self.expect(question, f"PGCD({a} ; {b}) = {gcd}", 1)
            self.expect(question, "0", 0)
            self.expect(question, str(-gcd), 0)
            if gcd != lcm:
                self.expect(question, str(lcm), 0, "gcd-lcm")
            self.expect(question, "1", 1 if gcd == 1 else 0)
            self.expect({**question, "ask": "lcm(a, b)"}, str(lcm), 1)
            self.expect({**question, "ask": "lcm(a, b)"}, str(2 * lcm), 0, "lcm-product", "lcm-not-least")
            fraction = Fraction(a, b)
            reduced = {**question, "ask": "a/b", "form": "fraction"}
            self.expect(reduced, str(fraction), 1)
            if fraction.denominator > 1:
                self.expect(reduced, f"{(gcd + 1) * fraction.numerator}/{(gcd + 1) * fraction.denominator}", Fraction(1, 2), "form-not-reduced")
                self.expect(reduced, f"{a}/{b}", "1/10" if gcd > 1 else "1")
                self.expect(reduced, f"{fraction.denominator}/{fraction.numerator}", 0)

    def test_division(self):
        for _ in range(40):
            a, b = self.random.randrange(-999, 5000), self.random.randrange(2, 99)
            question = {"kind": "number", "division": [a, b]}
            q, r = divmod(a, b)
            self.expect(question, f"{a} = {b} × {q} + {r}", 1)
            self.expect(question, f"r = {r} ; q = {q}", 1)
            if r and q != r:
                self.expect(question, f"{r} ; {q}", 0, "division-exchanged")
            if r:
                self.expect(question, f"{q + 1} ; {r - b}", 0, "division-negative")
            self.expect(question, f"{q - 1} ; {r + b}", 0, "division-rest-large")
            self.expect(question, f"{q} ; {r + 1}", "1/2", "division-identity")
            self.expect(question, "0 ; 0", "1" if a == 0 else "1/10")

    def test_bezout(self):
        for _ in range(40):
            a, b = self.random.randrange(2, 400), self.random.randrange(2, 400)
            gcd = math.gcd(a, b)
            u = pow(a // gcd, -1, b // gcd) if b > gcd else 0
            v = (gcd - a * u) // b
            question = {"kind": "number", "bezout": [a, b]}
            for k in (-3, 0, 5):
                self.expect(question, f"u = {u + k * b // gcd} ; v = {v - k * a // gcd}", 1)
            pair = (u + b // gcd, v - a // gcd)
            if a * -pair[0] + b * -pair[1] != gcd:
                self.expect(question, f"{-pair[0]} ; {-pair[1]}", 0, "bezout-negative", "bezout-exchanged", "bezout-sign")
            if a * pair[1] + b * pair[0] != gcd:
                self.expect(question, f"{pair[1]} ; {pair[0]}", 0, "bezout-exchanged")

    def test_congruences(self):
        for _ in range(60):
            n = self.random.randrange(2, 40)
            a, b = self.random.randrange(1, n + 1), self.random.randrange(0, n)
            solutions = [x for x in range(n) if (a * x - b) % n == 0]
            question = {"kind": "number", "congruence": [a, b, n]}
            if not solutions:
                self.expect(question, "aucune solution", 1)
                self.expect(question, f"x ≡ {b} [{n}]", 0, "congruence-has-none")
                continue
            step = n // len(solutions)
            self.expect(question, f"x ≡ {solutions[0] - 2 * step} [{step}]", 1)
            self.expect(question, " ou ".join(f"x ≡ {x} [{n}]" for x in solutions), 1)
            self.expect(question, f"x = {step}k + {solutions[0]}, k ∈ Z", 1)
            self.expect(question, "pas de solution", 0, "congruence-has-some")
            self.expect(question, f"x ≡ {solutions[-1]} [{2 * n}]", "1/2", "congruence-missing")
            wrong = next((x for x in range(n) if x not in solutions), None)
            if wrong is not None:
                self.expect(question, f"x ≡ {wrong} [{n}]", 0, "congruence-fails")

    def test_inverses(self):
        for _ in range(50):
            n = self.random.randrange(5, 200)
            a = next(x for x in iter(lambda: self.random.randrange(2, n), None) if math.gcd(x, n) == 1)
            right = pow(a, -1, n)
            question = {"kind": "number", "given": {"a": a, "n": n}, "ask": "inverse_mod(a, n)"}
            self.expect(question, str(right), 1)
            self.expect(question, str(right + 3 * n), Fraction(1, 2), "class-not-reduced")
            if 2 * right != n:
                self.expect(question, str(n - right), 0, "inverse-sign")
            self.expect(question, f"1/{a}", 0, "inverse-fraction")
            self.expect({**question, "ask": "a^5 mod n"}, str(pow(a, 5, n)), 1)

    def test_affine(self):
        for _ in range(60):
            a, b = self.random.choice([3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25]), self.random.randrange(1, 26)
            inverse = pow(a, -1, 26)
            clear = "".join(self.random.choice(ALPHABET) for _ in range(6))

            def sent(rule, text):
                return "".join(ALPHABET[rule(ALPHABET.index(letter)) % 26] for letter in text)

            secret = sent(lambda x: a * x + b, clear)
            encode = {"kind": "cipher", "method": "affine", "a": a, "b": b, "encode": clear}
            decode = {"kind": "cipher", "method": "affine", "a": a, "b": b, "decode": secret}
            self.expect(encode, secret.lower(), 1)
            self.expect(decode, " ; ".join(str(ALPHABET.index(letter)) for letter in clear), 1)
            mistakes = {
                "cipher-unchanged": (lambda x: x, lambda y: y), "cipher-decoded": (lambda x: inverse * (x - b), None),
                "cipher-encoded": (None, lambda y: a * y + b), "cipher-without-sum": (lambda x: a * x, lambda y: inverse * y),
                "cipher-without-factor": (lambda x: x + b, lambda y: y - b), "cipher-exchanged": (lambda x: b * x + a, None),
                "cipher-sum-first": (lambda x: a * (x + b), None),
                "cipher-sum-sign": (lambda x: a * x - b, lambda y: inverse * (y + b)),
                "cipher-factor-kept": (None, lambda y: a * (y - b)), "cipher-sum-last": (None, lambda y: inverse * y - b),
                "cipher-inverse-sign": (None, lambda y: -inverse * (y - b)),
                "cipher-from-one": (lambda x: a * (x + 1) + b - 1, lambda y: inverse * (y + 1 - b) - 1),
            }
            for question, text, right, which in ((encode, clear, secret, 0), (decode, secret, clear, 1)):
                found = {code: sent(rules[which], text) for code, rules in mistakes.items() if rules[which]}
                for code, wrong in found.items():
                    if wrong != right:
                        self.expect(question, wrong, 0, *(other for other, same in found.items() if same == wrong))
                self.expect(question, "A" * 6, "1/10" if right != "A" * 6 else "1")
                wrong = right[:-1] + ALPHABET[(ALPHABET.index(right[-1]) + 1) % 26]
                if wrong not in found.values():
                    self.expect(question, wrong, Fraction(5, 6))


if __name__ == "__main__":
    unittest.main()
