"""A second opinion on formulas: a small reader, truth tables by trying every row, minimal sums by trying every cover.

It knows the rules of docs/exercise-format.md and nothing of the engine. Only what the shipped exercises use of the
notation is read; None stands for a mark that this marker cannot give.
"""
import itertools
import re
import unicodedata
from fractions import Fraction

BARS = "\u0305\u0304"
TOKEN = re.compile(r"\s*(?:(non|not|ou|or|et|and|xor)\b|(.))", re.S | re.I)
WORDS = {"non": "!", "not": "!", "ou": "+", "or": "+", "et": ".", "and": ".", "xor": "^"}
SIGNS = {"¬": "!", "/": "!", "∨": "+", "·": ".", "∧": ".", "*": ".", "⊕": "^", "’": "'", "¯": "'"}


class Unreadable(Exception):
    pass


class Reader:
    """sum := exclusive {+ exclusive}, exclusive := product {^ product}, product := factor {[.] factor}"""

    def __init__(self, text, names):
        text = re.sub(r"^\s*\w+\s*=", "", unicodedata.normalize("NFD", text))  # ā is a and its bar
        self.names, self.tokens = names, []
        for word, sign in TOKEN.findall(text.strip()):
            if word:
                self.tokens.append(WORDS[word.lower()])
            elif sign in BARS:
                self.tokens.append("'")
            elif not sign.isspace():
                self.tokens.append(SIGNS.get(sign, sign))
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else ""

    def chain(self, sign, part):
        tree = part()
        while self.peek() == sign:
            self.take()
            tree = (sign, tree, part())
        return tree

    def sum(self):
        return self.chain("+", lambda: self.chain("^", self.product))

    def product(self):
        tree = self.factor()
        while self.peek() == "." or self.peek() in ("!", "(", "0", "1") or self.peek() in self.names:
            if self.peek() == ".":
                self.take()
            tree = (".", tree, self.factor())
        return tree

    def factor(self):
        token = self.take()
        if token == "!":
            tree = ("!", self.factor())
        elif token == "(":
            tree = self.sum()
            if self.take() != ")":
                raise Unreadable
        elif token in ("0", "1"):
            tree = (token,)
        elif token and token in self.names:
            tree = ("v", token)
        else:
            raise Unreadable
        while self.peek() == "'":
            self.take()
            tree = ("!", tree)
        return tree

    def read(self):
        tree = self.sum()
        if self.at < len(self.tokens):
            raise Unreadable
        return tree


def read(text, names):
    return Reader(text, names).read()


def value(tree, row):
    sign, *rest = tree
    if sign == "v":
        return row[rest[0]]
    if sign in "01":
        return sign == "1"
    if sign == "!":
        return not value(rest[0], row)
    a, b = (value(part, row) for part in rest)
    return a and b if sign == "." else a or b if sign == "+" else a != b


def rows(names):
    for bits in itertools.product((False, True), repeat=len(names)):
        yield dict(zip(names, bits))


def truth(given, names):
    """The set of rows with 1, of a formula or of row numbers."""
    if isinstance(given, list):
        return set(given)
    tree = read(given, names)
    return {number for number, row in enumerate(rows(names)) if value(tree, row)}


def literals(tree):
    return 1 if tree[0] in "v01" else sum(literals(part) for part in tree[1:])


def split(tree, sign):
    return split(tree[1], sign) + split(tree[2], sign) if tree[0] == sign else [tree]


def terms(tree):
    """A sum of products as a set of terms, each a set of (name, value); None for anything else."""
    out = []
    for product in split(tree, "+"):
        term = set()
        for factor in split(product, "."):
            plain = factor[0] == "v"
            if not plain and not (factor[0] == "!" and factor[1][0] == "v"):
                return None
            term.add((factor[1], True) if plain else (factor[1][1], False))
        if len({name for name, _ in term}) < len(split(product, ".")) or term in out:
            return None
        out.append(term)
    return {frozenset(term) for term in out}


def covered(term, names):
    return frozenset(n for n, row in enumerate(rows(names)) if all(row[name] == wanted for name, wanted in term))


def cheapest(ones, free, names):
    """(terms, literals) of a minimal sum of products: every implicant, then every choice of them, cheapest first."""
    if not ones:
        return 0, 0
    possible = []
    for choice in itertools.product((None, True, False), repeat=len(names)):
        term = frozenset((name, wanted) for name, wanted in zip(names, choice) if wanted is not None)
        if covered(term, names) <= ones | free:
            possible.append(term)
    primes = [t for t in possible if not any(other < t for other in possible)]
    for size in range(1, len(primes) + 1):
        fitting = [sum(map(len, cover)) for cover in itertools.combinations(primes, size)
                   if ones <= frozenset().union(*(covered(t, names) for t in cover))]
        if fitting:
            return size, min(fitting)
    raise AssertionError("primes always cover")


def mark(question, answer):
    """The share of the points that an answer to a `boolean` question earns; None where this marker cannot say."""
    names = question["variables"]
    if not isinstance(answer, str):
        return None
    if not answer.strip():
        return Fraction(0)
    try:
        tree = read(answer, names)
    except Unreadable:
        return None
    everything = set(range(2 ** len(names)))
    asked, free = truth(question["function"], names), truth(question.get("dont_care", []), names)
    asked = everything - asked if question.get("negate") else asked
    own = {number for number, row in enumerate(rows(names)) if value(tree, row)}
    if (own ^ asked) - free:
        return Fraction(0)
    form = question.get("form", "any")
    if form == "any":
        return Fraction(1)
    if form != "minimal-sum":
        return None
    best, found = cheapest(asked - free, free, names), terms(tree)
    if found is not None and (len(found), sum(map(len, found))) == best:
        return Fraction(1)
    given = question["function"]
    if isinstance(given, str):
        same = terms(read(given, names))
        if same is None or (found is not None and found == same):
            return None if same is None else Fraction(1, 10)
    return Fraction(1, 2) + Fraction(1, 4) * min(Fraction(1), Fraction(best[1], literals(tree)))
