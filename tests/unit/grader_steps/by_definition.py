#!/usr/bin/python3
"""Work line by line and sequences against Python's own integers and fractions: drawn questions, right work in several writings,
one line mutated, answers that take no work, and answers that would cost much.

    by_definition.py ECHO
"""
import fractions
import json
import math
import random
import subprocess
import sys

F = fractions.Fraction
draw = random.Random(20140519)


class Marker:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, question, answer):
        asked = {"question": {"id": "q", "points": 20, **question}, "answer": answer}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        reply = self.process.stdout.readline()
        assert reply, (question, answer)
        return json.loads(reply)

    def end(self):
        self.process.stdin.close()
        assert self.process.wait() == 0


def chain(a, b):
    lines = []
    while b:
        lines.append((a, b, a // b, a % b))
        a, b = b, a % b
    return lines, a


def written(lines, style):
    forms = ["{0} = {1} × {2} + {3}", "{0}={2}*{1}+{3}", "{0} {1} {2} {3}", "{0} | {1} | {2} | {3}", "{0} : {1} = {2} reste {3}"]
    return [forms[style].format(*line) for line in lines]


def expect(got, points, what):
    assert F(got["points"]) == points, (got, str(points), what)


def right(mark, question, answer):
    got = mark(question, answer)
    assert got["verdict"] == "correct" and not got["codes"], (question, answer, got)
    return got


def euclid(mark):
    for _ in range(60):
        g = draw.randint(1, 60)
        a, b = g * draw.randint(2, 5000), g * draw.randint(2, 900)
        question = {"kind": "steps", "method": "euclid", "given": {"a": a, "b": b}}
        lines, d = chain(a, b)
        assert d == math.gcd(a, b)
        for style in range(5):
            right(mark, question, "\n".join(written(lines, style) + [f"pgcd = {d}"]))
        # One remainder is changed, what is behind it follows: that line alone is lost.
        at = draw.randrange(len(lines))
        p, q, k, r = lines[at]
        other = r + 1 if r + 1 < q else r - 1
        if other <= 0 or len(lines) < 3:
            continue
        behind, e = chain(q, other)
        mutated = lines[:at] + [(p, q, k, other)] + behind
        if 2 * len(mutated) < len(lines):
            continue
        got = mark(question, "\n".join(written(mutated, 0) + [f"pgcd = {e}"]))
        wrong = [i for i, outcome in enumerate(got["rows"]) if outcome != "passed"]
        # A result that is consistent needs half of the lines.
        assert wrong == [at], (a, b, mutated, got)
        expect(got, 20 - F(15, len(mutated)), mutated)
        assert "division-remainder" in got["codes"]


def bezout(mark):
    for _ in range(40):
        a, b = draw.randint(50, 4000), draw.randint(20, 999)
        d = math.gcd(a, b)
        u = pow(a // d, -1, b // d) if b // d > 1 else 0
        v = (d - a * u) // b
        question = {"kind": "steps", "method": "bezout", "given": {"a": a, "b": b}}
        lines = [line for line in chain(a, b)[0] if line[3]]
        if not lines:
            continue
        for k in range(-2, 3):
            x, y = u + k * (b // d), v - k * (a // d)
            assert a * x + b * y == d
            right(mark, question, "\n".join(written(lines, 0) + [f"u = {x} ; v = {y}"]))
            right(mark, question, "\n".join(written(lines, 1) + [f"{d} = {a}×({x}) + {b}×({y})"]))
            got = mark(question, "\n".join(written(lines, 0) + [f"u = {x + 1} ; v = {y}"]))
            expect(got, 10, question)


def digits(n, base):
    return digits(n // base, base).lstrip("0") + "0123456789ABCDEF"[n % base] if n else "0"


def divisions(mark):
    for _ in range(60):
        n, base = draw.randint(70, 10**6), draw.choice([2, 3, 8, 10, 16])
        question = {"kind": "steps", "method": "divisions", "given": {"n": n, "base": base}}
        lines, m = [], n
        while m:
            lines.append((m, base, m // base, m % base))
            m //= base
        text = digits(n, base)
        assert int(text, base) == n
        for style in (0, 1, 2):
            right(mark, question, "\n".join(written(lines, style) + [f"= {text}"]))
        at = draw.randrange(len(lines))
        mutated = list(lines)
        mutated[at] = (*lines[at][:3], (lines[at][3] + 1) % base)
        own = "".join("0123456789ABCDEF"[line[3]] for line in reversed(mutated)).lstrip("0")
        got = mark(question, "\n".join(written(mutated, 0) + [f"= {own}"]))
        wrong = [i for i, outcome in enumerate(got["rows"]) if outcome != "passed"]
        assert wrong == [at], (mutated, own, got)


def primes_to(n):
    return [p for p in range(2, n + 1) if all(p % q for q in range(2, math.isqrt(p) + 1))]


def sieve(mark):
    for n in range(10, 130, 7):
        question = {"kind": "steps", "method": "sieve", "given": {"n": n}}
        small = [p for p in primes_to(n) if p * p <= n]
        lines = [f"{p} : " + " ".join(str(k) for k in range(2 * p, n + 1, p)) for p in small]
        last = "premiers : " + " ; ".join(map(str, primes_to(n)))
        right(mark, question, "\n".join(lines + [last]))
        shown = right(mark, question, "\n".join(lines) + "\n" + last)["reference"]
        assert [int(k) for k in shown.split("premiers :")[1].split(";")] == primes_to(n)


def factors(mark):
    for _ in range(80):
        n = draw.choice([draw.randint(2, 3000), draw.randint(2, 10**9)])
        parts, m, p = [], n, 2
        while p * p <= m:
            while m % p == 0:
                parts.append(p)
                m //= p
            p += 1
        parts += [m] if m > 1 else []
        question = {"kind": "steps", "method": "factorisation", "given": {"n": n}}
        draw.shuffle(parts)
        right(mark, question, " × ".join(map(str, parts)))
        left, rows = n, []
        for part in parts:
            rows.append(f"{left} | {part}")
            left //= part
        if len(parts) > 1:
            right(mark, question, "\n".join(rows + ["1"]))
        if len(parts) > 2:
            got = mark(question, " × ".join(map(str, [parts[0] * parts[1]] + parts[2:])))
            expect(got, 10, parts)
            assert got["codes"] == ["factor-composite"]
        if n < 10**6:
            every = [k for k in range(1, n + 1) if n % k == 0]
            right(mark, {"kind": "steps", "method": "divisors", "given": {"n": n}}, " ; ".join(map(str, every)))


def powers(mark):
    for _ in range(80):
        n = draw.randint(11, 500)
        a, e = draw.randint(2, 40), draw.randint(5, 400)
        e += e & (e - 1) == 0  # a power of two has its result as its last square
        question = {"kind": "steps", "method": "power-mod", "given": {"a": a, "exponent": e, "n": n}}
        squares = [2**k for k in range(1, 12) if 2**k < e]
        lines = [f"{a}^{k} ≡ {pow(a, k, n)} [{n}]" for k in squares]
        right(mark, question, "\n".join(lines + [f"{a}^{e} ≡ {pow(a, e, n)} [{n}]"]))
        # One square is wrong, and the next ones and the product follow from it.
        at, value, mutated = draw.randrange(len(squares)), {1: a % n}, []
        for i, k in enumerate(squares):
            value[k] = value[k // 2] ** 2 % n
            if i == at:
                value[k] = (value[k] + draw.randint(1, n - 1)) % n
            mutated.append(f"{a}^{k} ≡ {value[k]} [{n}]")
        product = math.prod(v for k, v in value.items() if e & k) % n
        got = mark(question, "\n".join(mutated + [f"{a}^{e} ≡ {product} [{n}]"]))
        assert [i for i, outcome in enumerate(got["rows"]) if outcome != "passed"] == [at], (question, mutated, got)


def decimal(x):
    """A number with a comma, exact where that ends, else a fraction."""
    x = F(x)
    for places in range(25):
        scaled = x * 10**places
        if scaled.denominator == 1:
            text = str(abs(scaled.numerator)).rjust(places + 1, "0")
            whole, behind = (text[:-places], text[-places:]) if places else (text, "")
            return ("-" if x < 0 else "") + whole + ("," + behind if behind else "")
    return str(x)


def rounded(x, places):
    sign = -1 if x < 0 else 1
    return sign * F(math.floor(abs(x) * 10**places + F(1, 2)), 10**places)


def sequences(mark):
    for _ in range(60):
        start, q, r = draw.randint(-50, 900), F(draw.randint(1, 30), 10), F(draw.randint(-40, 90))
        rank = draw.choice([0, 1])
        base = {"kind": "sequence", "first": start, "from": rank, "next": f"{q}*u + ({r})"}
        terms = [F(start)]
        while len(terms) < 40:
            terms.append(q * terms[-1] + r)
        count = draw.randint(2, 8)
        question = {**base, "ask": "terms", "count": count}
        right(mark, question, " ; ".join(map(decimal, terms[1:count + 1])))
        # One term is off, the others follow from it.
        at, own = draw.randrange(count), [terms[0]]
        for i in range(count):
            own.append(q * own[-1] + r + (1 if i == at else 0))
        got = mark(question, " ; ".join(map(decimal, own[1:])))
        if q != 1 or at == 0:
            if len(set(own[1:])) > 1:
                assert [i for i, o in enumerate(got["rows"]) if o != "passed"] == [at], (question, own, got)
        number = draw.randint(2, 25)
        right(mark, {**base, "ask": "sum", "count": number, "decimals": 2}, decimal(rounded(sum(terms[:number]), 2)))
        step = "n" if rank == 0 else "(n-1)"
        if q != 1:
            limit = r / (1 - q)
            form = f"{limit} + ({start - limit})×({decimal(q)})^{step}"
        else:
            form = f"{start} + ({r}){step}"
        right(mark, {**base, "ask": "closed-form"}, form)
        got = mark({**base, "ask": "closed-form"}, form + " + 1/1000")
        assert got["verdict"] == "incorrect", got


def idle(mark):
    questions = [{"kind": "steps", "method": m, "given": g} for m, g in (
        ("euclid", {"a": 97, "b": 35}), ("euclid", {"a": 120, "b": 84}), ("bezout", {"a": 97, "b": 35}), ("bezout", {"a": 84, "b": 36}),
        ("divisions", {"n": 93, "base": 2}), ("divisions", {"n": 3037, "base": 16}), ("sieve", {"n": 40}), ("factorisation", {"n": 360}),
        ("power-mod", {"a": 5, "exponent": 13, "n": 11}), ("divisors", {"n": 2014}))]
    rule = {"kind": "sequence", "first": 500, "next": "0.8*u + 200"}
    questions += [{**rule, "ask": "terms", "count": 4}, {**rule, "ask": "sum", "count": 5}, {**rule, "ask": "closed-form"},
                  {**rule, "ask": "rank", "condition": "u > 900"}, {"kind": "sequence", "term": "3*n + 2", "ask": "nature"}]
    for question in questions:
        answers = mark(question, "1")["idle"] + ["0", "1", "0 ; 0 ; 0", "1 1 1\n1 1 1\n1 1 1", json.dumps(question), "n", "", " "]
        for answer in answers:
            got = mark(question, answer)
            assert F(got["points"]) <= 2, (question, answer, got)


def costly(mark):
    """Each of these is marked or refused within the budgets; a hang would end in the test's own time limit."""
    long = ["9" * 60000, "2^" * 3000 + "2", "(" * 20000, "1 = " * 15000, "999999999999999 = 999999999999999 × 999999999999999 + 1\n" * 290,
            "2^999999999999^9999", "99999999^99999999^99999999", "(n^n)^n^n^n", "n" + "^n" * 300, "1/(n-n)", " ; ".join(["1"] * 3900),
            "\n".join(f"5^{k} ≡ {k} [11]" for k in range(2, 300)), "٣" * 3000, "\u0305" * 9000, "-" * 30000, "1" + " ; -1" * 3000]
    small = [{"kind": "steps", "method": m, "given": g} for m, g in (
        ("euclid", {"a": 10**12, "b": 10**12 - 1}), ("bezout", {"a": 956722026041, "b": 591286729879}), ("divisions", {"n": 10**12, "base": 2}),
        ("sieve", {"n": 300}), ("factorisation", {"n": 9999999967}), ("power-mod", {"a": 10**9, "exponent": 10**12, "n": 10**9}),
        ("divisors", {"n": 720720}))]
    rule = {"kind": "sequence", "first": 3, "next": "1.5*u + n"}
    small += [{**rule, "ask": "terms", "count": 40}, {**rule, "ask": "sum", "count": 300}, {**rule, "ask": "rank", "condition": "u > 10^40"},
              {"kind": "sequence", "first": 3, "next": "1.5*u", "ask": "closed-form"}, {"kind": "sequence", "term": "n^3", "ask": "nature"}]
    for question in small:
        right(mark, question, mark(question, "1")["reference"])
        for answer in long:
            got = mark(question, answer)
            assert F(got["points"]) <= 2, (question, answer[:40], got)


def main():
    mark = Marker(sys.argv[1])
    for part in (euclid, bezout, divisions, sieve, factors, powers, sequences, idle, costly):
        part(mark)
    mark.end()


main()
