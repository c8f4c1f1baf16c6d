"""Derivations by one law after the other, with lines left out, slips, and names of laws."""
from .. import laws, logic, odd
from ..derivations import Derivation
from ..odd import Pen

NAMES = ["a", "b", "c", "d"]


def goals_of(task, dice):
    """The trees where a derivation may end."""
    if task.to:
        return {laws.normal(task.to)}
    return ends_of(task.wanted, task, dice)


def ends_of(wanted, task, dice):
    outer = "." if task.form == "minimal-product" else "+"
    rows = logic.everything(task.names) - wanted if outer == "." else wanted
    return {laws.normal(odd.of_terms(cover, dice, outer)) for cover in logic.minimal(rows, frozenset(), tuple(task.names))}


def is_there(steps, task, dice):
    return steps[-1][0] in goals_of(task, dice)


def questions(dice):
    for number in range(10):
        names = NAMES[:2 + number % 2]
        tree = odd.random_tree(names, dice, dice.randrange(4, 7), ".+.+")
        question = {"kind": "derivation", "variables": names, "from": Pen(names, dice).text(tree, -2)}
        wanted = logic.ones(tree, names)
        least = dice.choice(logic.minimal(wanted, frozenset(), tuple(names)))
        if number % 3 == 0:
            question["to"] = Pen(names, dice).text(odd.of_terms(least, dice), -2)
        else:
            question["form"] = "minimal-sum" if number % 3 == 1 else "minimal-product"
        if number % 4 == 3:
            question["laws"] = "named"
        task = Derivation({**question, "laws": "none"})
        found = min((chain(tree, goals_of(task, dice), dice) for _ in range(20)), key=lambda steps: (steps[-1:] and not is_there(steps, task, dice), len(steps)))
        if not found or not is_there(found, task, dice):
            continue
        question["solution"] = [Pen(names, dice).text(odd.pairs(each, dice), -2) for each, _ in found]
        if question.get("laws"):
            question["solution"] = [f"{text} ({LAWS[law][0]})" for text, (_, law) in zip(question["solution"], found)]
        if len(wanted) not in (0, 2 ** len(names)) and logic.literals(tree) > sum(map(len, least)):
            yield question


LAWS = {"de-morgan": ["De Morgan", "loi de De Morgan"], "distributivity": ["distributivité", "factorisation"], "absorption": ["absorption"],
        "adjacency": ["adjacence"], "complement": ["complémentation", "complémentaire"], "neutral": ["élément neutre"],
        "idempotence": ["idempotence"], "double-negation": ["double négation"], "absorbing": ["élément absorbant"],
        "redundancy": ["redondance"], "consensus": ["consensus"], "constant": ["constante"]}


def chain(start, goals, dice):
    """[(tree, law)] by one law after the other, shorter if that can be, until a goal."""
    tree, out = laws.normal(start), []
    for _ in range(14):
        found = sorted(set(laws.uses(tree)), key=repr)
        if tree in goals or not found:
            break
        near = [each for each in found if each[1] in goals]
        short = [each for each in found if logic.literals(each[1]) < logic.literals(tree)]
        law, tree = dice.choice(near or (short if short and dice.random() < 0.9 else found))
        out.append((tree, law))
    return out


def answers_to(question, dice):
    task = Derivation(question)
    goals = goals_of(task, dice)
    for _ in range(14):
        steps = chain(task.start, goals, dice)
        fate = dice.random()
        if fate < 0.15 and len(steps) > 1:
            steps.pop(dice.randrange(len(steps)))
        elif fate < 0.3 and steps:
            steps = steps[:dice.randrange(len(steps))]
        elif fate < 0.55 and steps:
            which = dice.randrange(len(steps))
            wrong = laws.normal(odd.slip(odd.pairs(steps[which][0], dice), task.names, dice))
            own = logic.ones(odd.pairs(wrong, dice), task.names)
            steps = steps[:which] + [(wrong, steps[which][1])] + chain(wrong, ends_of(own, task, dice), dice)
        elif fate < 0.6:
            steps = [(dice.choice(sorted(goals, key=repr)), "absorption")]
        if steps:
            yield derivation_text(question, task, steps, dice)


def derivation_text(question, task, steps, dice):
    named = "laws" in question or dice.random() < 0.2
    lines = []
    for tree, law in steps:
        law = dice.choice(LAWS[law]) if named and law in LAWS and dice.random() < 0.9 else None
        if law and dice.random() < 0.1:
            law = "idempotence"
        lines.append((Pen(task.names, dice).text(odd.pairs(tree, dice), -2), law))
    if dice.random() < 0.2:
        return [{"expression": text, **({"law": law} if law else {})} for text, law in lines]
    first = [question["from"]] if dice.random() < 0.4 else []
    return "\n".join(["E = " + text for text in first] + ["= " + text + (f" ({law})" if law else "") for text, law in lines])


def answers(dice, asked):
    for question in asked:
        for answer in answers_to(question, dice):
            yield question, answer
