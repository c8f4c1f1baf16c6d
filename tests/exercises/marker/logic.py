"""What formulas mean: every row is tried. What is minimal: every choice of implicants is."""
import functools
import itertools

from .notation import read

GATES = {".": lambda a, b: a and b, "+": lambda a, b: a or b, "^": lambda a, b: a != b, ">": lambda a, b: not a or b,
         "=": lambda a, b: a == b, "↑": lambda a, b: not (a and b), "↓": lambda a, b: not (a or b)}
DUAL = {".": "+", "+": "."}


def value(tree, row):
    sign, *rest = tree
    if sign == "v":
        return row[rest[0]]
    if sign in "01":
        return sign == "1"
    if sign == "!":
        return not value(rest[0], row)
    return GATES[sign](value(rest[0], row), value(rest[1], row))


def rows(names):
    for bits in itertools.product((False, True), repeat=len(names)):
        yield dict(zip(names, bits))


def ones(tree, names):
    return frozenset(number for number, row in enumerate(rows(names)) if value(tree, row))


def truth(given, names):
    """The set of rows with 1, of a formula or of row numbers."""
    return frozenset(given) if isinstance(given, list) else ones(read(given, names), names)


def everything(names):
    return frozenset(range(2 ** len(names)))


def literals(tree):
    return 1 if tree[0] in "v01" else sum(literals(part) for part in tree[1:])


def split(tree, sign):
    return split(tree[1], sign) + split(tree[2], sign) if tree[0] == sign else [tree]


def shape(tree):
    """The same for trees that differ only in the order and grouping of terms and factors."""
    sign = tree[0]
    if sign in "v01":
        return tree
    if sign in ".+^":
        return (sign, *sorted((shape(part) for part in split(tree, sign)), key=repr))
    parts = [shape(part) for part in tree[1:]]
    return (sign, *(sorted(parts, key=repr) if sign in "=↑↓" else parts))


def covered(term, names):
    return frozenset(n for n, row in enumerate(rows(names)) if all(row[name] == wanted for name, wanted in term))


@functools.lru_cache(maxsize=None)
def primes(allowed, names):
    """{rows: term} of the largest products that are 1 nowhere but in `allowed`."""
    found = {}
    for choice in itertools.product((None, True, False), repeat=len(names)):
        term = frozenset((name, wanted) for name, wanted in zip(names, choice) if wanted is not None)
        if (cells := covered(term, names)) <= allowed:
            found[cells] = term
    return {cells: term for cells, term in found.items() if not any(cells < other for other in found)}


@functools.lru_cache(maxsize=None)
def minimal(wanted, free, names):
    """All minimal sums of products, fewest terms and then fewest literals, each a tuple of terms."""
    if not wanted:
        return [()]
    possible = {cells: term for cells, term in primes(wanted | free, names).items() if cells & wanted}
    for size in range(1, len(possible) + 1):
        fitting = [cover for cover in itertools.combinations(possible, size) if wanted <= frozenset().union(*cover)]
        if fitting:
            covers = [tuple(possible[cells] for cells in cover) for cover in fitting]
            least = min(sum(map(len, cover)) for cover in covers)
            return [cover for cover in covers if sum(map(len, cover)) == least]
    raise AssertionError("primes always cover")


def cost(cover):
    return len(cover), sum(map(len, cover))
