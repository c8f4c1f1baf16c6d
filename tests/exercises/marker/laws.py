"""The laws of Boolean algebra as rewriting: every tree that one use of a law makes of a tree.

Trees are normal here: ("v", name), ("0",), ("1",), ("!", t), (".", t, t, …) and ("+", t, t, …) sorted and flat, (">", a, b) and so on.
"""
import itertools

DUAL = {".": "+", "+": "."}
CONSTANT = {".": ("1",), "+": ("0",)}  # neutral


def normal(tree):
    sign = tree[0]
    if sign in "v01":
        return tree
    parts = [normal(part) for part in tree[1:]]
    if sign not in ".+^":
        return (sign, *(sorted(parts, key=repr) if sign in "=↑↓" else parts))
    return join(sign, parts)


def join(sign, parts):
    flat = [each for part in parts for each in (part[1:] if part[0] == sign else (part,))]
    if len(flat) == 1:
        return flat[0]
    return (sign, *sorted(flat, key=repr)) if flat else CONSTANT[sign]


def parts_of(tree, sign):
    return list(tree[1:]) if tree[0] == sign else [tree]


def without(parts, gone):
    left = list(parts)
    for each in gone:
        left.remove(each)
    return left


def bar(tree):
    return ("!", tree)


def opposite(a, b):
    return a == bar(b) or b == bar(a)


def on_bars(tree):
    """Laws at a bar."""
    inner = tree[1]
    if inner[0] == "!":
        yield "double-negation", inner[1]
    if inner[0] in DUAL:
        dual = DUAL[inner[0]]
        yield "de-morgan", join(dual, [bar(part) for part in inner[1:]])
        yield "de-morgan", join(dual, [part[1] if part[0] == "!" else bar(part) for part in inner[1:]])
    if inner[0] in "01":
        yield "constant", ("1",) if inner[0] == "0" else ("0",)


def on_pairs(tree):
    """Laws of two operands of a sum or a product, whatever else stands there."""
    sign, parts = tree[0], tree[1:]
    neutral, absorbing = CONSTANT[sign], CONSTANT[DUAL[sign]]
    if absorbing in parts:
        yield "absorbing", absorbing
    if neutral in parts:
        yield "neutral", join(sign, without(parts, [neutral]))
        yield "neutral", join(sign, [part for part in parts if part != neutral])
    for a, b in itertools.permutations(range(len(parts)), 2):
        rest = [part for i, part in enumerate(parts) if i not in (a, b)]
        for law, made in on_pair(sign, parts[a], parts[b]):
            yield law, join(sign, rest + [made])


def on_pair(sign, a, b):
    dual = DUAL[sign]
    neutral = CONSTANT[dual]  # of the products in a sum
    if a == b:
        yield "idempotence", a
    if opposite(a, b):
        yield "complement", neutral
    inside_a, inside_b = parts_of(a, dual), parts_of(b, dual)
    if len(inside_a) < len(inside_b) and all(part in inside_b for part in inside_a):
        yield "absorption", a
    for factor in inside_b:
        if opposite(a, factor):
            yield "redundancy", join(sign, [a, join(dual, without(inside_b, [factor]))])
    for factor, other in itertools.product(inside_a, inside_b):
        rest_a, rest_b = without(inside_a, [factor]), without(inside_b, [other])
        if opposite(factor, other) and sorted(rest_a, key=repr) == sorted(rest_b, key=repr) and rest_a:
            yield "adjacency", join(dual, rest_a)


def on_terms(tree):
    """Distributivity and consensus."""
    sign, parts, dual = tree[0], tree[1:], DUAL[tree[0]]
    for size in range(2, len(parts) + 1):
        for some in itertools.combinations(range(len(parts)), size):
            factors = [parts_of(parts[i], dual) for i in some]
            rest = [part for i, part in enumerate(parts) if i not in some]
            shared = [factor for factor in dict.fromkeys(factors[0]) if all(factor in each for each in factors)]
            for taken in [shared] + [[factor] for factor in shared]:
                if taken:
                    inner = join(sign, [join(dual, without(each, taken)) for each in factors])
                    yield "distributivity", join(sign, rest + [join(dual, [*taken, inner])])
    for i, part in enumerate(parts):
        if part[0] == dual:
            others = without(parts, [part])
            for over in [others] + [[other] for other in others]:
                spread = join(dual, [join(sign, [*over, each]) for each in part[1:]])
                yield "distributivity", join(sign, [*without(others, over), spread])
    groups = [part[1:] for part in parts if part[0] == dual]
    if len(groups) > 1:
        yield "distributivity", join(dual, [join(sign, [*choice, *(p for p in parts if p[0] != dual)]) for choice in itertools.product(*groups)])
    for a, b, c in itertools.permutations(range(len(parts)), 3):
        if a < b:
            for x, y in itertools.product(parts_of(parts[a], dual), parts_of(parts[b], dual)):
                left = set(without(parts_of(parts[a], dual), [x])) | set(without(parts_of(parts[b], dual), [y]))
                if opposite(x, y) and left and left <= set(parts_of(parts[c], dual)):
                    yield "consensus", join(sign, [part for i, part in enumerate(parts) if i != c])


def on_gates(tree):
    sign, a, b = tree[0], tree[1], tree[2]
    if sign == "^" and len(tree) == 3:
        yield "xor", join("+", [join(".", [a, bar(b)]), join(".", [bar(a), b])])
        yield "xor", join(".", [join("+", [a, b]), bar(join(".", [a, b]))])
    elif sign == ">":
        yield "implication", join("+", [bar(a), b])
        yield "contraposition", (">", bar(b), bar(a))
    elif sign == "=":
        yield "equivalence", join(".", [(">", a, b), (">", b, a)])
        yield "equivalence", join("+", [join(".", [a, b]), join(".", [bar(a), bar(b)])])
    elif sign in "↑↓":
        yield "nand-nor", bar(join("." if sign == "↑" else "+", [a, b]))


def uses(tree):
    """(law, tree) for every use of a law from left to right, anywhere in the tree."""
    sign = tree[0]
    if sign in "v01":
        return
    if sign == "!":
        yield from on_bars(tree)
    elif sign in DUAL:
        yield from on_pairs(tree)
        yield from on_terms(tree)
    else:
        yield from on_gates(tree)
    for i, part in enumerate(tree[1:], 1):
        for law, made in uses(part):
            parts = [*tree[1:i], made, *tree[i + 1:]]
            yield law, normal((sign, *parts))


def between(a, b):
    """The laws one use of which makes the one of the other."""
    a, b = normal(a), normal(b)
    return {law for law, made in uses(a) if made == b} | {law for law, made in uses(b) if made == a}
