"""The kind `boolean` in every form."""
from .. import expressions, logic, odd
from ..odd import Pen

FORMS = ["any", "sum-of-products", "product-of-sums", "canonical-sum", "canonical-product", "minimal-sum", "minimal-product", "nand", "nor"]
NAMES = ["a", "b", "c", "d"]


def questions(dice):
    for form in FORMS:
        for number in range(6):
            names = [["a", "b", "c"], NAMES, ["m", "p", "f"], ["x1", "x2", "x3"]][number % 4]
            question = {"kind": "boolean", "variables": names, "form": form}
            if number % 3 == 0:
                rows = range(2 ** len(names))
                question["function"] = sorted(dice.sample(rows, dice.randrange(1, len(rows))))
                if number:
                    question["dont_care"] = sorted(dice.sample(sorted(set(rows) - set(question["function"])), 1))
            else:
                question["function"] = Pen(names, dice).write(odd.random_tree(names, dice, dice.randrange(3, 8)))
            if number in (2, 3, 5):
                question["negate"] = True
            yield question


def answers_to(question, dice):
    """Trees: minimal, canonical and gate forms of the values, reworded, ornamented, wrong by a slip or two."""
    names = question["variables"]
    wanted, free, given = expressions.asked(question)
    chosen = wanted | frozenset(n for n in free if dice.random() < 0.5)
    zeros = logic.everything(names) - chosen
    sums = logic.minimal(wanted, free, tuple(names))
    products = logic.minimal(logic.everything(names) - wanted - free, free, tuple(names))

    def canonical(rows):
        return [frozenset((name, bool(n >> (len(names) - 1 - i) & 1)) for i, name in enumerate(names)) for n in sorted(rows)]
    trees = [odd.of_terms(dice.choice(sums), dice), odd.of_terms(dice.choice(products), dice, "."),
             odd.of_terms(canonical(chosen), dice), odd.of_terms(canonical(zeros), dice, ".")]
    trees += [odd.in_gates(odd.of_terms(sums[0], dice), "↑"), odd.in_gates(odd.of_terms(products[0], dice, "."), "↓")]
    trees += [given, ("!", given)] if given else []
    trees += [("0",), ("1",), ("!", ("!", trees[0]))]
    yield from trees
    for tree in trees:
        yield odd.slip(tree, names, dice)
        yield odd.ornament(tree, dice, names)
        if logic.literals(tree) < 14:
            yield odd.reworded(tree, dice, dice.randrange(1, 4))
    for _ in range(4):
        extra = dice.choice(list(logic.primes(wanted | free, tuple(names)).values()) or [frozenset()])
        cover = [*dice.choice(sums), *([extra] if extra else [])]
        yield odd.of_terms(cover, dice)
    if given:
        yield odd.ornament(odd.ornament(given, dice, names), dice, names)
        yield odd.slip(odd.slip(given, names, dice), names, dice)


def answers(dice, asked):
    for question in asked:
        for tree in answers_to(question, dice):
            if logic.literals(tree) < 120:
                yield question, Pen(question["variables"], dice).write(tree)
