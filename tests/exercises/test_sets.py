"""A second marker for sets, relations and mappings, from the documentation alone and with Python's own sets.

It draws questions and answers, works out what each answer must earn, and has `bareme check` prove all of them: a row of `wrong` with
its mark. Runs with the built binary in $BAREME. Standard library only.
"""
import fractions
import itertools
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

BAREME = os.environ["BAREME"]
SIGNS = {"union": ["∪", "U", "union", "\\cup"], "inter": ["∩", "inter", "\\cap"], "minus": ["\\", "−", "privé de"], "delta": ["Δ", "\\Delta"]}
WORK = {"union": set.union, "inter": set.intersection, "minus": set.difference, "delta": set.symmetric_difference}


def mark(share):
    return str(20 * fractions.Fraction(share))


def typed(element):
    """An element as somebody may type it."""
    if isinstance(element, frozenset):
        return "{" + ";".join(map(typed, element)) + "}" if element else random.choice(["∅", "{}"])
    if isinstance(element, tuple):
        return "(" + random.choice([";", ","]).join(map(typed, element)) + ")"
    return str(element)


def typed_set(elements):
    elements = list(elements)
    random.shuffle(elements)
    return "{" + random.choice([";", " ; ", ", "]).join(map(typed, elements)) + "}" if elements else "∅"


def jaccard(wanted, given):
    return fractions.Fraction(len(wanted & given), len(wanted | given)) if wanted | given else fractions.Fraction(1)


def capped(share, idle):
    return min(share, fractions.Fraction(1, 10)) if idle and share < 1 else share


class Sets(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.place.name) / "ensembles"
        self.count = self.rows = 0

    def tearDown(self):
        self.place.cleanup()

    def exercise(self, question, answers):
        folder = self.root / f"essai-{self.count}"
        folder.mkdir(parents=True)
        wrong = [{"answers": {"q": answer}, "mark": share} for answer, share in answers]
        data = {"format": 1, "title": "T", "questions": [{"id": "q", "points": 20, **question}], "wrong": wrong}
        (folder / "exercise.json").write_text(json.dumps(data), encoding="utf-8")
        (folder / "statement.fr.md").write_text("…", encoding="utf-8")
        self.count += 1
        self.rows += len(answers)

    def prove(self, least):
        done = subprocess.run([BAREME, "check", str(self.root)], capture_output=True, text=True, timeout=300, check=False,
                              env={**os.environ, "LC_ALL": "fr_FR.UTF-8"})
        self.assertEqual(done.returncode, 0, "\n".join(line for line in (done.stdout + done.stderr).split("\n") if "✗" in line)[:3000])
        self.assertGreaterEqual(self.rows, least)

    def expression(self, sets, depth):
        """A text and its value; parentheses around everything."""
        if depth == 0:
            name = random.choice("ABC")
            return (name, sets[name]) if random.random() < .8 else (random.choice(["∁" + name, name + "'", "non " + name]), sets["E"] - sets[name])
        op = random.choice(list(WORK))
        left, right = self.expression(sets, random.randrange(depth)), self.expression(sets, random.randrange(depth))
        return f"({left[0]}) {random.choice(SIGNS[op])} ({right[0]})", WORK[op](left[1], right[1])

    def drawn_sets(self):
        universe = set(range(1, 9)) if random.random() < .5 else set("abcdefg")
        sets = {name: {x for x in universe if random.random() < .5} for name in "ABC"}
        return {**sets, "E": universe}

    def test_operations(self):
        random.seed(1)
        for _ in range(60):
            sets = self.drawn_sets()
            text, wanted = self.expression(sets, 3)
            everything = set().union(*sets.values())
            idle = [set(), everything, *sets.values()]
            answers = []
            for _ in range(8):
                given = {x for x in everything if (x in wanted) == (random.random() < .8)}
                if random.random() < .2:
                    given.add(99)
                nobody_chose = given in idle or given >= everything
                answers.append((typed_set(given), mark(capped(jaccard(wanted, given), nobody_chose))))
            self.exercise({"kind": "set", "given": {name: typed_set(value) for name, value in sets.items()}, "universe": "E", "ask": text}, answers)
        self.prove(480)

    def test_subsets_and_products(self):
        random.seed(2)
        for _ in range(30):
            base = set(random.sample("abcdef", random.randrange(2, 4)))
            wanted = {frozenset(part) for size in range(len(base) + 1) for part in itertools.combinations(base, size)}
            idle = [set(), base, {frozenset()}, {frozenset(base)}, {frozenset(), frozenset(base)}]
            given = [{x for x in wanted if random.random() < .8} for _ in range(4)]
            given.append({x if len(x) != 1 else next(iter(x)) for x in wanted})
            answers = [(typed_set(one), mark(capped(jaccard(wanted, one), one in idle))) for one in given]
            self.exercise({"kind": "set", "given": {"E": typed_set(base)}, "ask": "P(E)"}, answers)
            other = set(random.sample(range(1, 9), random.randrange(1, 4)))
            wanted = set(itertools.product(base, other))
            given = [{x for x in wanted if random.random() < .7} | {(b, a) for a, b in wanted if random.random() < .2} for _ in range(5)]
            answers = [(typed_set(one), mark(capped(jaccard(wanted, one), not one))) for one in given]
            self.exercise({"kind": "set", "given": {"A": typed_set(base), "B": typed_set(other)}, "ask": "A × B"}, answers)
        self.prove(300)

    def test_regions(self):
        random.seed(3)
        for _ in range(30):
            names = "ABC"[:random.randrange(2, 4)]
            regions = [c for size in range(1, len(names) + 1) for c in itertools.combinations(names, size)] + [()]
            sets = {name: {i + 1 for i, region in enumerate(regions) if name in region} for name in names}
            sets.update({name: set() for name in "ABC" if name not in sets}, E=set(range(1, len(regions) + 1)))
            text, wanted = self.expression({**sets, "C": sets["C"] if "C" in names else sets["A"]}, 3)
            text = text if "C" in names else text.replace("C", "A")
            best = max(len(wanted), len(regions) - len(wanted))
            idle = [set(), sets["E"], *(sets[name] for name in names)]
            answers = []
            for _ in range(6):
                given = {i for i in sets["E"] if (i in wanted) == (random.random() < .8)}
                right = sum((i in wanted) == (i in given) for i in sets["E"])
                share = fractions.Fraction(max(0, right - best), len(regions) - best) if best < len(regions) else fractions.Fraction(given == wanted)
                answers.append((typed_set(given), mark(capped(share, given in idle))))
            self.exercise({"kind": "set", "sets": list(names), "ask": text, "form": "regions"}, answers)
        self.prove(180)

    def test_properties(self):
        random.seed(4)
        properties = {"reflexive": lambda r, s: [(x,) for x in s if (x, x) not in r],
                      "symmetric": lambda r, s: [(x, y) for x, y in r if (y, x) not in r],
                      "antisymmetric": lambda r, s: [(x, y) for x, y in r if x != y and (y, x) in r],
                      "transitive": lambda r, s: [(x, y, z) for x, y in r for v, z in r if v == y and (x, z) not in r]}
        for _ in range(60):
            side = list(range(1, random.randrange(3, 5)))
            relation = {pair for pair in itertools.product(side, side) if random.random() < (.8 if pair[0] == pair[1] else .35)}
            refuting = {name: find(relation, side) for name, find in properties.items()}
            size = {"reflexive": 1, "symmetric": 2, "antisymmetric": 2, "transitive": 3}
            answers = []
            for _ in range(6):
                lines, shares, words, refuted = [], [], set(), False
                for name, witnesses in refuting.items():
                    yes = random.random() < (.8 if not witnesses else .3)
                    words.add(yes)
                    witness = random.choice(witnesses) if witnesses and random.random() < .7 else tuple(random.choices(side, k=size[name]))
                    stated = not yes and random.random() < .8
                    lines.append(f"{name} : {'oui' if yes else 'non'}" + (f", {typed(witness) if len(witness) > 1 else witness[0]}" if stated else ""))
                    holds = stated and witness in witnesses
                    refuted |= holds
                    shares.append(fractions.Fraction(int(yes)) if not witnesses else fractions.Fraction(0 if yes else 2 if holds else 1, 2))
                random.shuffle(lines)
                share = sum(shares) / 4
                answers.append(("\n".join(lines), mark(capped(share, len(words) == 1 and not refuted))))
            self.exercise({"kind": "relation", "set": typed_set(side), "relation": typed_set(relation), "ask": list(properties)}, answers)
        self.prove(360)

    def test_orders_and_classes(self):
        random.seed(5)
        for _ in range(30):
            side = sorted(random.sample(range(1, 25), random.randrange(3, 8)))
            order = {(x, y) for x in side for y in side if y % x == 0}
            strict = {(x, y) for x, y in order if x != y}
            arcs = {(x, y) for x, y in strict if not any((x, z) in strict and (z, y) in strict for z in side)}
            given = [{x for x in arcs if random.random() < .8} | {x for x in order if random.random() < .15} for _ in range(5)]
            answers = [(typed_set(one), mark(capped(jaccard(arcs, one), one in (order, strict, set())))) for one in given]
            self.exercise({"kind": "relation", "set": typed_set(side), "rule": "y mod x == 0", "ask": ["hasse"]}, answers)
            modulus = random.randrange(2, 5)
            classes = {frozenset(y for y in side if (x - y) % modulus == 0) for x in side}
            idle = [{frozenset([x]) for x in side}, {frozenset(side)}]
            given = []
            for _ in range(5):
                moved = random.choice(side)
                target = random.choice(list(classes))
                given.append({frozenset((one - {moved}) | ({moved} if one == target else set())) for one in classes} - {frozenset()})
            answers = [(typed_set(one), mark(capped(jaccard(classes, one), one in idle))) for one in given]
            self.exercise({"kind": "relation", "set": typed_set(side), "rule": f"(x - y) mod {modulus} == 0", "ask": ["classes"]}, answers)
        self.prove(300)


if __name__ == "__main__":
    unittest.main()
