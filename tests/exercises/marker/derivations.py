"""The kind `derivation`: each line has the values of the one before, a law makes the one of the other, the end is reached."""
import re
from fractions import Fraction

from . import expressions, laws, logic
from .logic import literals, shape
from .notation import read

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)
TITLES = {"de-morgan": "de morgan", "distributivity": "distributi|factoris|développ", "absorption": "absorption", "adjacency": "adjacen",
          "complement": "complément", "neutral": "neutre", "idempotence": "idempoten", "double-negation": "double", "absorbing": "absorbant",
          "redundancy": "redondan|absorption du compl", "consensus": "consensus", "xor": "exclusi", "implication": "implication", "equivalence": "équivalence",
          "contraposition": "contrapos", "nand-nor": "nand|nor|non-", "constant": "constante"}
SMALL = {"double-negation", "idempotence", "neutral", "absorbing", "complement", "constant"}  # what nobody writes down


def absorbed(tree):
    """Without the terms that others absorb."""
    tree, made = laws.normal(tree), None
    while made != tree:
        made, tree = tree, min([tree, *(shorter for law, shorter in laws.uses(tree) if law == "absorption")], key=literals)
    return tree


class Derivation:
    def __init__(self, question):
        self.names = question["variables"]
        self.start = read(question["from"], self.names)
        self.to = read(question["to"], self.names) if "to" in question else None
        self.form = question.get("form", "any")
        self.named = question.get("laws", "none") == "named"
        self.wanted = logic.ones(self.start, self.names)
        self.least = expressions.best(self.form, self.wanted, frozenset(), self.names) if self.form.startswith("minimal") else None
        self.goal = literals(self.to) if self.to else self.least[1]

    def lines(self, answer):
        """[(tree, law's name or None)]"""
        if isinstance(answer, list):
            return [(read(line["expression"], self.names), line.get("law", "").lower() or None) for line in answer]
        out = []
        for line in answer.split("\n"):
            line, law = re.sub(r"^\s*[A-Z]?\s*=", "", line), None
            match = re.search(r"(?<=\S)\s+\(([^()]+)\)\s*$", line)
            if match and any(re.search(title, match[1].lower()) for title in TITLES.values()):
                line, law = line[:match.start()], match[1].lower()
            if line.strip():
                out.append((read(line, self.names), law))
        return out

    def share_of_way(self, start, one, other):
        whole = max(1, literals(start) - self.goal)
        return min(Fraction(1), Fraction(abs(literals(one) - literals(other)), whole))

    def laws(self, before, after):
        """The laws that justify a step; those too that do but for what nobody writes down."""
        a, b = (expressions.bare(tree, True) for tree in (before, after))
        exact = laws.between(before, after)
        return exact, exact | laws.between(a, b) | (SMALL if shape(a) == shape(b) else set())

    def jump(self, before, after):
        """What a step costs that no law justifies; a line that absorbs is as far as what is left of it."""
        start, before, after = (expressions.bare(tree, True) for tree in (self.start, before, after))
        return max(QUARTER, self.share_of_way(start, before, absorbed(after)))

    def steps(self, answer):
        """[(before, after, law, is it right?)] without repetitions"""
        before, out = self.start, []
        for tree, law in self.lines(answer):
            right = logic.ones(tree, self.names) == logic.ones(before, self.names)
            if shape(tree) != shape(before):
                out.append((before, tree, law, right))
            before = tree
        return out

    def lines_named(self, answer):
        """Lines that change something, or only the order and name a law for it: these may count as steps."""
        trees = [self.start] + [tree for tree, _ in self.lines(answer)]
        return sum(shape(a) != shape(b) or bool(law) for a, b, (_, law) in zip(trees, trees[1:], self.lines(answer)))

    def mark(self, answer):
        """(least, most) that it earns: a step for which no law is found here may yet be one."""
        steps = self.steps(answer)
        if not steps:
            return Fraction(0), Fraction(0)
        lost, doubt, unnamed, unsure = Fraction(0), Fraction(0), 0, 0
        jumps = sum(right and not self.laws(before, after)[1] for before, after, law, right in steps)
        self.worked = jumps == 1 and sum(right for *_, right in steps) - jumps - sum(
            shape(before) == shape(after) for before, after, *_ in steps) >= 3
        for before, after, law, right in steps:
            exact, found = self.laws(before, after) if right else (set(), set())
            if right and not found:
                doubt += self.jump(before, after)
            named = law and {each for each in found if re.search(TITLES[each], law)}
            unnamed += bool(found) and not named
            # Of several small changes in one step, which one gives its name?
            unsure += bool(named) and not named & exact
        last = steps[-1][1]
        arrived = all(right for *_, right in steps) and (
            shape(last) == shape(self.to) if self.to else True) and expressions.fits(last, self.form, self.names, self.least)
        marks = [self.credit(steps, lost + doubt, unnamed + unsure, arrived, len(steps)),
                 self.credit(steps, lost, unnamed, arrived, self.lines_named(answer))]
        if self.named and doubt:
            marks[0] = Fraction(0)
        return tuple(marks)

    def credit(self, steps, lost, unnamed, arrived, count):
        if arrived and not self.to:
            lost = min(lost, Fraction(3, 4))
        if arrived and self.worked:  # one jump among three justified steps
            lost = min(lost, Fraction(1, 2))
        out = max(Fraction(0), 1 - lost)
        if self.named:
            out *= 1 - Fraction(unnamed, 2 * count)
        if arrived:
            return out
        wrong = [i for i, (*_, right) in enumerate(steps) if not right]
        if len(wrong) == 1 and len(steps) >= 4 and not lost and self.carried(steps[-1][1]):
            return out / 2
        reached = min([literals(self.start)] + [literals(after) for _, after, *_ in steps[:wrong[0] if wrong else None]])
        whole = literals(self.start) - self.goal
        way = min(Fraction(1), Fraction(literals(self.start) - reached, whole)) if whole > 0 else Fraction(0)
        return out * way / 2

    def carried(self, last):
        """A minimal form of what the one slip led to."""
        own = logic.ones(last, self.names)
        if not self.form.startswith("minimal") or own in (frozenset(), logic.everything(self.names)):
            return False
        return expressions.fits(last, self.form, self.names, expressions.best(self.form, own, frozenset(), self.names))


def mark(question, answer):
    if not answer or (isinstance(answer, str) and not answer.strip()):
        return Fraction(0), Fraction(0)
    return Derivation(question).mark(answer)
