"""Statements with quantifiers over a small domain."""
from .. import odd
from ..statements import read
from . import propositions

QUANTIFIERS = {"all": ["∀{}, ", "pour tout {}, ", "quel que soit {}, ", "for all {}, ", "\\forall {} "],
               "some": ["∃{}, ", "il existe {} tel que ", "there exists {} such that ", "\\exists {} "]}
NONE = ["∄{}, ", "il n’existe pas de {} tel que "]


def random_statement(dice, predicates, bound, depth):
    if depth and (not bound or dice.random() < 0.5) and len(bound) < 2:
        name = "xyz"[len(bound)]
        return (dice.choice(["all", "some"]), name, random_statement(dice, predicates, [*bound, name], depth - 1))
    if depth and dice.random() < 0.7:
        return (dice.choice(".+>>="), *(random_statement(dice, predicates, bound, depth - 1) for _ in range(2)))
    if len(bound) == 2 and dice.random() < 0.1:
        return (dice.choice(["same", "differ"]), *bound)
    name = dice.choice(list(predicates))
    tree = ("atom", name, *(dice.choice(bound if bound and dice.random() < 0.95 else ["1"]) for _ in range(predicates[name])))
    return ("!", tree) if dice.random() < 0.3 else tree


def statement_text(tree, dice, outside=-1):
    sign = tree[0]
    if sign == "atom":
        return tree[1] + (f"({dice.choice([',', ', ']).join(tree[2:])})" if tree[2:] else "")
    if sign in ("same", "differ"):
        return f"({tree[1]} {'=' if sign == 'same' else '≠'} {tree[2]})"
    if sign in QUANTIFIERS:
        text = dice.choice(QUANTIFIERS[sign]).format(tree[1]) + statement_text(tree[2], dice)
        return text if outside < 0 else f"({text})"
    if sign == "!":
        if tree[1][0] == "some" and outside < 0 and dice.random() < 0.5:
            return dice.choice(NONE).format(tree[1][1]) + statement_text(tree[1][2], dice)
        return dice.choice(["¬({})", "non ({})", "not({})"]).format(statement_text(tree[1], dice))
    rank = odd.RANK[sign]
    signs = [each for each in odd.SIGNS[sign] if each.strip() not in ("|", ".", "•", "||")]
    text = dice.choice(signs).join(statement_text(part, dice, rank + 1) for part in tree[1:])
    return f"({text})" if rank < outside else text


def statement_edit(tree, dice):
    """A slip, or another way to say it."""
    sign = tree[0]
    if sign in ("all", "some"):
        if dice.random() < 0.3:
            other = "some" if sign == "all" else "all"
            return (other, *tree[1:]) if dice.random() < 0.4 else ("!", (other, tree[1], ("!", tree[2])))
        return (*tree[:2], statement_edit(tree[2], dice))
    if sign == "!":
        return tree[1] if dice.random() < 0.2 else ("!", statement_edit(tree[1], dice))
    if sign in ("atom", "same", "differ"):
        return ("!", tree) if dice.random() < 0.3 else tree
    if dice.random() < 0.3:
        if sign == ">":
            return dice.choice([("+", ("!", tree[1]), tree[2]), (">", tree[2], tree[1]), (">", ("!", tree[2]), ("!", tree[1])), (".", *tree[1:])])
        return (sign, tree[2], tree[1])
    which = dice.choice((1, 2))
    return tuple(statement_edit(part, dice) if i == which else part for i, part in enumerate(tree))


def questions(dice):
    for number in range(12):
        predicates = [{"P": 1, "Q": 1}, {"R": 2}, {"P": 1, "S": 0}, {"P": 1, "R": 2}][number % 4]
        question = {"kind": "proposition", "domain": ["1", "2", "3"][:2 if number % 4 == 3 else 3], "predicates": predicates}
        tree = random_statement(dice, predicates, [], 3)
        if number % 6 == 5:
            question.update(ask="consequence", premises=[statement_text(tree, dice)], conclusion=statement_text(statement_edit(tree, dice), dice))
        else:
            question["formula"] = statement_text(tree, dice)
            question.update({"ask": "nature"} if number % 6 == 4 else {"negate": True} if number % 2 else {})
        yield question


def answers(dice, asked):
    for question in asked:
        if question.get("ask", "formula") != "formula":
            for answer in propositions.answers_to(question, dice):
                yield question, answer
            continue
        given = read(question["formula"], question)
        for _ in range(14):
            tree = ("!", given) if question.get("negate") and dice.random() < 0.8 else given
            for _ in range(dice.randrange(0, 4)):
                tree = statement_edit(tree, dice)
            yield question, statement_text(tree, dice)
