"""The kind `proposition`: a formula with the asked values; what a formula is, does a conclusion follow, with assignments that show it."""
import re
from fractions import Fraction

from . import logic, statements
from .expressions import bare
from .notation import Unreadable, plain, read

TENTH = Fraction(1, 10)  # for a word that could be said of any formula
NEITHER = r"ni l['’ ]?une? ni l['’ ]?autre|contingente?|ca depend|aucun des deux|parfois vraie,? parfois fausse|neither|it depends"
TAUTOLOGY = r"tautologi(?:e|que)|tautology|toujours vraie?|jamais fausse|valide|always true"
CONTRADICTION = r"contradict(?:ion|oire|ory)|toujours fausse|jamais vraie?|antilogie|always false|never true"
NO = r"on ne peut pas conclure|ce n['’]est pas une consequence|does not follow|non|no"
YES = r"c['’]est une consequence|on peut conclure|it follows|oui|yes"
TRUE, FALSE = r"vraie?s?|v|true|t|1", r"faux|fausses?|f|false|0"


def formula(text, question):
    """(tree, the rows where it holds)"""
    if "domain" in question:
        tree = statements.read(text, question)
        return tree, statements.values(tree, question)
    tree = read(text, question["variables"])
    return tree, logic.ones(tree, question["variables"])


def names(question):
    """What assignments name, in the order of the rows' digits."""
    if "domain" not in question:
        return question["variables"]
    return [f"{name}({','.join(rest)})" if rest else name for name, *rest in statements.atoms(question)]


def everything(question):
    return frozenset(range(2 ** len(names(question))))


# ---- reading ----

def verdict(text, choices):
    """(which of the choices, what stands behind it): in a text without accents."""
    found = [(match.start(), -match.end(), number, match) for number, pattern in enumerate(choices)
             if (match := re.search(rf"(?i)(?<![a-z])(?:{pattern})(?![a-z=])", text))]
    if not found:
        raise Unreadable(text)
    _, _, number, match = min(found, key=lambda each: each[:3])
    return number, text[match.end():]


def assignments(text, question):
    """[(label or None, {name: value})]: a new one where a name comes again, and behind « ; », « ou », a line's end."""
    text = re.sub(r"\s*([(),])\s*", r"\1", text)
    known = {name: name for name in names(question)}
    single = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    out, label, here, waiting = [], None, {}, []

    def close():
        nonlocal here, label
        if here:
            out.append((label, here))
        here, label = {}, None

    for match in re.finditer(rf"(?i)(?P<name>(?-i:{single}))(?:(?<=\))|(?![a-z(]))|(?P<true>(?<![a-z])(?:{TRUE})(?![a-z]))|"
                             rf"(?P<false>(?<![a-z])(?:{FALSE})(?![a-z]))|(?P<end>;|\n|(?<![a-z])(?:ou|or)(?![a-z]))", text):
        if match["name"]:
            if match["name"] in here:
                close()
            waiting.append(match["name"])
        elif match["end"]:
            if not waiting:
                close()
        elif waiting:
            here.update((name, bool(match["true"])) for name in waiting)
            waiting = []
        else:
            if label is not None:
                close()
            if here and re.match(r"\s*(?:pour|for|si|if)", text[match.end():]):
                close()
            label = bool(match["true"])
    if waiting:
        raise Unreadable(text)
    close()
    return out


def rows_of(assignment, question):
    """The rows that an assignment leaves possible."""
    order = names(question)
    return {n for n in everything(question)
            if all((n >> (len(order) - 1 - order.index(name)) & 1) == value for name, value in assignment.items())}


# ---- marking ----

def mark_formula(question, answer):
    given, wanted = formula(question["formula"], question)
    tree, own = formula(answer, question)
    if not question.get("negate"):
        return Fraction(own == wanted)
    if own != everything(question) - wanted:
        return Fraction(0)
    return Fraction(1, 10) if is_only_not(tree, given, "domain" in question) else Fraction(1)


def is_only_not(tree, given, quantified):
    """« Not » before the formula as it stands, but for ornaments; of a single letter that is all there is to do."""
    if quantified:
        count = 0
        while tree[0] == "!":
            tree, count = tree[1], count + 1
        return count % 2 == 1 and tree == given and tree[0] != "atom"
    tree, given = bare(tree), bare(given)
    return given[0] not in "!v01" and tree[0] == "!" and logic.shape(tree[1]) == logic.shape(given)


def mark_nature(question, answer):
    _, holds = formula(question["formula"], question)
    every = everything(question)
    word, rest = verdict(plain(answer), [TAUTOLOGY, CONTRADICTION, NEITHER])
    if word != (0 if holds == every else 1 if not holds else 2):
        return Fraction(0)
    if word != 2:
        return Fraction(1)
    sides = {True: holds, False: every - holds}
    given = [(label, rows_of(assignment, question)) for label, assignment in assignments(rest, question)]
    both = len(given) <= 2 and all(is_shown(given, value, sides[value], True) for value in sides)
    return TENTH + sum((1 - TENTH) / 2 for value in sides if is_shown(given, value, sides[value], both))


def is_shown(given, value, side, unsaid_too):
    """One that gives the value, and none that is said to and does not; what does not say counts where two show it together."""
    said = [rows <= side for label, rows in given if label is value]
    unsaid = unsaid_too and any(rows <= side for label, rows in given if label is None)
    return all(said) and (bool(said) or unsaid)


def mark_consequence(question, answer):
    refuting = everything(question) - formula(question["conclusion"], question)[1]
    for premise in question["premises"]:
        refuting &= formula(premise, question)[1]
    word, rest = verdict(plain(answer), [NO, YES])
    if word != (0 if refuting else 1):
        return Fraction(0)
    if word == 1:
        return Fraction(1)
    given = [rows_of(each, question) <= refuting for _, each in assignments(rest, question)]
    return Fraction(1) if given and all(given) else TENTH


def mark(question, answer):
    if not answer.strip():
        return Fraction(0)
    return {"formula": mark_formula, "nature": mark_nature, "consequence": mark_consequence}[question.get("ask", "formula")](question, answer)
