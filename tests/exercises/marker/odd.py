"""Formulas as students type them: any notation of docs/boolean-notation.md, mixed at will; and the slips that they make."""
import re

from . import laws, logic
from .logic import DUAL

RANK = {"=": 0, ">": 1, "+": 2, "^": 3, ".": 4, "↑": -1, "↓": -1}
SIGNS = {".": ["·", ".", "*", " × ", " ∧ ", "&", " && ", " /\\ ", " et ", " ET ", " and ", "•", "⋅", "\\cdot "],
         "+": ["+", " + ", " ∨ ", " || ", "|", " \\/ ", " ou ", " OU ", " or ", " \\lor "],
         "^": [" ⊕ ", "⊕", " xor ", " ou exclusif ", " \\oplus "],
         ">": [" ⇒ ", "=>", " -> ", " → ", " implique ", " entraîne ", " \\Rightarrow "],
         "=": [" ⇔ ", "<=>", " <-> ", " ↔ ", " ssi ", " si et seulement si ", " équivaut à ", " \\iff "],
         "↑": [" ↑ ", " nand ", " \\uparrow "], "↓": [" ↓ ", " nor ", " \\downarrow "]}
NOTS = ["¬{}", "!{}", "~{}", "({})'", "non({})", "NON({})", "not({})", "\\overline{{{}}}", "(/{})", "\\lnot({})", "({})’", "[{}]'"]
# Beside numbers, words and slashes a product needs its sign.
APART = re.compile(r"(?:[01⊤⊥]|faux|vrai)\s*\n|\n\s*(?:[01⊤⊥/\\]|non|NON|not|faux|vrai)")


class Pen:
    """Writes a tree; with bars=False nothing that looks like the borders of a table."""

    def __init__(self, names, dice, in_table=False):
        self.names, self.dice = names, dice
        self.single = all(len(name) == 1 for name in names)
        letters = "".join(names).lower()
        self.words = not any(set(word) <= set(letters) for word in ("et", "ou", "or", "non", "not"))
        self.in_table, self.plainly = in_table, dice.random() < 0.3
        self.fold = len(set(letters)) == len(letters) and dice.random() < 0.1

    def write(self, tree):
        text = self.text(tree, -2)
        if self.dice.random() < 0.2 and not self.in_table:
            text = self.dice.choice(["E = ", "= ", "f({}) = ".format(",".join(self.names))]) + text
        return text

    def sign(self, sign):
        choices = [each for each in SIGNS[sign] if not (self.in_table and set(each) & set("|;,")) and (self.words or not each.strip().isalpha())]
        return choices[0] if self.plainly else self.dice.choice(choices)

    def text(self, tree, outside):
        sign = tree[0]
        if sign == "v":
            return tree[1].swapcase() if self.fold else tree[1]
        if sign in "01":
            words = {"0": ["0", "⊥", " faux "], "1": ["1", "⊤", " vrai "]}[sign]
            return self.dice.choice(words if self.words and not self.plainly else words[:1])
        if sign == "!":
            return self.negation(tree[1])
        rank = RANK[sign]
        left, right = (self.text(part, rank if sign in ".+^" else 9) for part in tree[1:])
        joint = self.sign(sign)
        if sign == "." and self.single and (self.plainly or self.dice.random() < 0.5) and not APART.search(left + "\n" + right):
            joint = ""
        out = left + joint + right
        return f"({out})" if rank < outside or rank < 0 < outside or self.dice.random() < 0.05 else out

    def negation(self, inner):
        if inner[0] == "v" and self.single:
            name = self.text(inner, 9)
            return self.dice.choice([name + "'", name + "\u0305", name + "\u0304", name + "’", "¬" + name, "!" + name, "(/" + name + ")"])
        text = self.text(inner, -2)
        pattern = self.dice.choice([each for each in NOTS if self.words or "no" not in each.lower()])
        if inner[0] != "v" and pattern[0] in "¬!~" or pattern[:2] == "(/" and inner[0] != "v":
            text = f"({text})"
        return pattern.format(text)


def pairs(tree, dice):
    """A flat tree of laws.py as one of notation.py, in any order."""
    sign = tree[0]
    if sign in "v01":
        return tree
    parts = [pairs(part, dice) for part in tree[1:]]
    if sign in ".+^":
        dice.shuffle(parts)
    if sign == "!":
        return ("!", parts[0])
    out = parts[0]
    for part in parts[1:]:
        out = (sign, out, part)
    return out


def joined(sign, parts):
    if not parts:
        return ("1",) if sign == "." else ("0",)
    out = parts[0]
    for part in parts[1:]:
        out = (sign, out, part)
    return out


def of_terms(terms, dice, outer="+"):
    """A cover as a tree: a sum of products, or with outer "." a product of sums (the terms are those of the zeros)."""
    inner, out = DUAL[outer], []
    for term in terms:
        letters = [("v", name) if value == (outer == "+") else ("!", ("v", name)) for name, value in sorted(term)]
        dice.shuffle(letters)
        out.append(joined(inner, letters))
    dice.shuffle(out)
    return joined(outer, out)


def in_gates(tree, gate):
    """The same values with one gate alone."""
    inner = "." if gate == "↑" else "+"
    if tree[0] == "v":
        return tree
    if tree[0] in "01":
        return ("!", tree)

    def inverse(made):
        return (gate, made, made)

    if tree[0] == "!":
        return inverse(in_gates(tree[1], gate))
    a, b = (in_gates(part, gate) for part in tree[1:])
    if tree[0] == inner:
        return inverse((gate, a, b))
    if tree[0] == DUAL[inner]:
        return (gate, inverse(a), inverse(b))
    return tree


def somewhere(tree, dice, change):
    """The tree with one piece of it changed."""
    if tree[0] in "v01" or dice.random() < 0.3:
        return change(tree)
    which = dice.randrange(1, len(tree))
    return (*tree[:which], somewhere(tree[which], dice, change), *tree[which + 1:])


def slip(tree, names, dice):
    """One edit, as students make them: wrong most of the time."""
    def change(piece):
        kind, sign = dice.randrange(7), piece[0]
        if kind == 0:
            return piece[1] if sign == "!" else ("!", piece)
        if kind == 1 and sign in ".+^>=↑↓":
            return (dice.choice(".+^>" if sign in "^>=" else ".+"), *piece[1:])
        if kind == 2 and sign in ".+^>=":
            return piece[dice.choice((1, 2))]
        if kind == 3 and sign == "v":
            return ("v", dice.choice(names))
        if kind == 4:
            return (dice.choice(".+"), piece, ("v", dice.choice(names)))
        if kind == 5 and sign == "!" and piece[1][0] in DUAL:
            return (piece[1][0], *(("!", part) for part in piece[1][1:]))
        return dice.choice([("!", piece), ("0",), ("1",)]) if kind == 6 else piece
    return somewhere(tree, dice, change)


def ornament(tree, dice, names):
    """The same values, and something that adds nothing."""
    letter = ("v", dice.choice(names))

    def change(piece):
        return dice.choice([("!", ("!", piece)), (".", piece, ("1",)), ("+", ("0",), piece), ("+", piece, piece), (".", piece, piece),
                            ("+", piece, (".", letter, ("!", letter))), (".", ("+", letter, ("!", letter)), piece), ("^", piece, ("0",)),
                            ("=", ("1",), piece), (">", ("1",), piece)])
    return somewhere(tree, dice, change)


def reworded(tree, dice, times=1):
    """The same values by the use of laws; not too long."""
    tree = laws.normal(tree)
    for _ in range(times):
        found = sorted({made for _, made in laws.uses(tree)}, key=repr)
        if found:
            made = dice.choice(found)
            tree = made if logic.literals(made) < 25 else tree
    return pairs(tree, dice)


def random_tree(names, dice, size, signs=".+.+^"):
    if size <= 1:
        letter = ("v", dice.choice(names))
        return letter if dice.random() < 0.6 else ("!", letter)
    left = dice.randrange(1, size)
    tree = (dice.choice(signs), random_tree(names, dice, left, signs), random_tree(names, dice, size - left, signs))
    return ("!", tree) if dice.random() < 0.15 else tree
