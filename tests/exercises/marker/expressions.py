"""The kind `boolean`: half for the values, half for the form."""
from fractions import Fraction

from . import logic
from .logic import DUAL, literals, shape, split
from .notation import read

HALF, TENTH = Fraction(1, 2), Fraction(1, 10)
CONSTANTS = (("0",), ("1",))


def terms(tree, outer="+"):
    """A sum of products (with outer ".", a product of sums) as its terms, each a set of (name, value); None for anything else.

    The value is the one that the letter has where the term decides: 1 in a product, 0 in a sum.
    """
    inner, one = DUAL[outer], outer == "+"
    if tree in CONSTANTS:
        return set() if (tree[0] == "1") != one else {frozenset()}
    out = []
    for part in split(tree, outer):
        factors = split(part, inner)
        term = set()
        for factor in factors:
            bar = factor[0] == "!"
            name = factor[1] if bar else factor
            if name[0] != "v":
                return None
            term.add((name[1], bar != one))
        if len({name for name, _ in term}) < len(factors) or term in out:
            return None
        out.append(term)
    return {frozenset(term) for term in out}


def gates_only(tree, gate, inner):
    """Letters and this gate: by its sign, or as a bar over two things at least that `inner` joins."""
    if tree[0] == "v":
        return True
    if tree[0] == gate:
        return all(gates_only(part, gate, inner) for part in tree[1:])
    if tree[0] == "!" and tree[1][0] == inner:
        return all(gates_only(part, gate, inner) for part in split(tree[1], inner))
    return False


def best(form, wanted, free, names):
    """The terms and letters of a minimal form."""
    if form == "minimal-product":
        wanted = logic.everything(names) - wanted - free
    return logic.cost(logic.minimal(frozenset(wanted - free), frozenset(free), tuple(names))[0])


def fits(tree, form, names, least):
    if form == "any":
        return True
    if form in ("nand", "nor"):
        return gates_only(tree, *("↑", ".") if form == "nand" else ("↓", "+"))
    found = terms(tree, "." if "product" in form and form != "sum-of-products" else "+")
    if found is None:
        return False
    if form.startswith("canonical"):
        return all(len(term) == len(names) for term in found)
    return not form.startswith("minimal") or logic.cost(found) == least


# ---- the statement's own formula, handed back ----

def bare(tree, complements=False):
    """Without ornaments: what adds nothing to what stands beside it. With complements, + aā is one as well."""
    sign = tree[0]
    if sign in "v01":
        return tree
    if sign == "!":
        inner = bare(tree[1], complements)
        return inner[1] if inner[0] == "!" else negated(inner)
    if sign in DUAL:
        return bare_list(tree, complements)
    a, b = bare(tree[1], complements), bare(tree[2], complements)
    for this, other, first in ((a, b, True), (b, a, False)):
        if this in CONSTANTS and (found := beside(sign, this[0] == "1", other, first)) is not None:
            return found
    return (sign, a, b)


def negated(tree):
    return ({"0": "1", "1": "0"}[tree[0]],) if tree in CONSTANTS else tree[1] if tree[0] == "!" else ("!", tree)


def beside(sign, one, other, constant_first):
    """What a gate with a constant is, where that is its other side or the negation of that."""
    same = {"^": not one, "=": one, ">": one if constant_first else None}.get(sign)
    bars = {"^": one, "=": not one, ">": None if constant_first else not one, "↑": one, "↓": not one}.get(sign)
    return other if same else bare(negated(other)) if bars else None


def bare_list(tree, complements):
    sign = tree[0]
    neutral = ("1",) if sign == "." else ("0",)
    kept, shapes = [], set()
    for part in split(tree, sign):
        for each in split(bare(part, complements), sign):
            if each == negated(neutral):
                return each
            if each == neutral or shape(each) in shapes:
                continue
            if complements and shape(negated(each)) in shapes:
                return negated(neutral)
            kept.append(each)
            shapes.add(shape(each))
    if not kept:
        return neutral
    out = kept[0]
    for each in kept[1:]:
        out = (sign, out, each)
    return out


def is_copy(tree, given):
    """The given formula or its negation, with ornaments or without."""
    wanted = shape(bare(given))
    both = {wanted, shape(bare(negated(bare(given))))}
    return literals(tree) >= literals(bare(given)) and any(shape(bare(tree, more)) in both for more in (False, True))


# ---- marks ----

def share(tree, wanted, free, names, form="any", given=None):
    """What an expression earns that must have these values."""
    if (logic.ones(tree, names) ^ wanted) - free:
        return Fraction(0)
    least = best(form, wanted, free, names) if form.startswith("minimal") else None
    if fits(tree, form, names, least):
        return Fraction(1)
    if given is not None and is_copy(tree, given):
        return TENTH
    if not least:
        return HALF
    return HALF + Fraction(1, 4) * min(Fraction(1), Fraction(least[1], literals(tree)))


def asked(question):
    """(wanted, free, given tree or None) of a question with a `function`."""
    names, given = question["variables"], question["function"]
    free = logic.truth(question.get("dont_care", []), names)
    wanted = logic.truth(given, names)
    if question.get("negate"):
        wanted = logic.everything(names) - wanted
    return wanted - free, free, None if isinstance(given, list) else read(given, names)


def mark(question, answer):
    wanted, free, given = asked(question)
    if not answer.strip():
        return Fraction(0)
    return share(read(answer, question["variables"]), wanted, free, question["variables"], question.get("form", "any"), given)
