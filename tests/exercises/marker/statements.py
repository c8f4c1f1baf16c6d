"""Statements with quantifiers over a small domain: read, then tried in every world (every choice of the predicates)."""
import functools
import itertools
import re

from . import logic
from .notation import LATEX, SIGNS, WORDS, Unreadable, plain

QUANTIFIERS = [(r"il n['’]existe (?:pas|aucun)(?: de| d['’])?|there (?:exists|is) no|∄|\\nexists", "no"),
               (r"pour tout|quel que soit|for all|∀|\\forall", "all"), (r"il existe(?: un)?|there exists|∃|\\exists", "some")]
SUCH = r"(?:tel que|tels que|such that)"
TOKEN = re.compile("(?i)" + "|".join([
    *(f"(?P<{name}>{pattern})" for pattern, name in QUANTIFIERS), f"(?P<such>{SUCH})",
    "(?P<word>" + "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(WORDS, key=len, reverse=True)) + r")(?![a-z])",
    r"\\(?P<latex>" + "|".join(sorted(LATEX, key=len, reverse=True)) + ")(?![a-z])", r"(?P<name>[a-z]\w*|\d+)", "(?P<differs>≠|!=)", "(?P<sign>" + "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True)) + ")",
    r"(?P<equal>=)", r"(?P<mark>[,:])", r"(?P<blank>\s+)"]))


class Statement:
    def __init__(self, text, domain, predicates):
        self.domain, self.predicates = domain, predicates
        self.tokens, self.at = [], 0
        text, at = plain(text).strip(), 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise Unreadable(text[at:at + 10])
            at = match.end()
            kind, word = match.lastgroup, re.sub(r"\s+", " ", match[0].lower())
            if kind == "latex":
                self.tokens.append(("sign", LATEX[match[0][1:]]))
            elif kind == "word":
                self.tokens.append(("sign", WORDS[word]))
            elif kind == "sign":
                self.tokens.append(("sign", SIGNS[match[0]]))
            elif kind != "blank":
                self.tokens.append((kind, match[0]))

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self, *wanted):
        token = self.peek()
        if wanted and token not in wanted:
            raise Unreadable(f"{token} where {wanted}")
        self.at += 1
        return token

    def level(self, signs, part):
        tree = part()
        while self.peek()[0] == "sign" and self.peek()[1] in signs:
            sign = self.take()[1]
            tree = (sign, tree, part())
        return tree

    def formula(self):
        return self.level("=", lambda: self.level(">", lambda: self.level("+", lambda: self.level("^", lambda: self.level(".", self.factor)))))

    def factor(self):
        kind, word = self.take()
        if kind in ("all", "some", "no"):
            return self.quantified(kind)
        if (kind, word) == ("sign", "!"):
            return ("!", self.factor())
        if (kind, word) == ("sign", "("):
            tree = self.formula()
            self.take(("sign", ")"))
            return tree
        if kind != "name":
            raise Unreadable(word)
        if word in self.predicates:
            return ("atom", word, *self.arguments(self.predicates[word]))
        if self.peek()[0] in ("equal", "differs"):
            same = ("same", word, "") if self.take()[0] == "equal" else ("differ", word, "")
            return (same[0], word, self.take()[1])
        raise Unreadable(word)

    def arguments(self, count):
        if not count:
            return []
        self.take(("sign", "("))
        out = [self.take()[1]]
        for _ in range(count - 1):
            self.take(("mark", ","))
            out.append(self.take()[1])
        self.take(("sign", ")"))
        return out

    def quantified(self, kind):
        """As far as it can reach."""
        name = self.take()[1]
        while self.peek()[0] in ("mark", "such"):
            self.take()
        return ("!", ("some", name, self.formula())) if kind == "no" else (kind, name, self.formula())

    def read(self):
        tree = self.formula()
        if self.at < len(self.tokens):
            raise Unreadable(self.peek()[1])
        return tree


def read(text, question):
    return Statement(text, question["domain"], question["predicates"]).read()


def holds(tree, world, domain, bound):
    sign = tree[0]
    if sign == "atom":
        return (tree[1], *(bound.get(name, name) for name in tree[2:])) in world
    if sign in ("same", "differ"):
        return (bound.get(tree[1], tree[1]) == bound.get(tree[2], tree[2])) == (sign == "same")
    if sign in ("all", "some"):
        each = (holds(tree[2], world, domain, {**bound, tree[1]: element}) for element in domain)
        return all(each) if sign == "all" else any(each)
    if sign == "!":
        return not holds(tree[1], world, domain, bound)
    return logic.GATES[sign](holds(tree[1], world, domain, bound), holds(tree[2], world, domain, bound))


def atoms(question):
    return [(name, *arguments) for name, count in question["predicates"].items()
            for arguments in itertools.product(question["domain"], repeat=count)]


@functools.lru_cache(maxsize=None)
def worlds(atoms_of):
    return [frozenset(itertools.compress(atoms_of, chosen)) for chosen in itertools.product((False, True), repeat=len(atoms_of))]


def values(tree, question):
    """The worlds, by number, where the statement holds."""
    return frozenset(n for n, world in enumerate(worlds(tuple(atoms(question)))) if holds(tree, world, question["domain"], {}))
