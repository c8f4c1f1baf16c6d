"""Propositions: formulas, natures and consequences, with assignments."""
from .. import odd
from ..odd import Pen
from ..propositions import formula, names as names_of

PROPOSITIONS = ["P", "Q", "R"]
WORDS = {0: ["tautologie", "toujours vraie", "c’est une tautologie", "Tautology"], 1: ["contradiction", "jamais vraie", "always false"],
         2: ["ni l’un ni l’autre", "contingente", "ni l'une ni l'autre", "ça dépend", "neither"]}
ANSWERS = {0: ["non", "Non", "on ne peut pas conclure", "no"], 1: ["oui", "Oui", "yes", "on peut conclure"]}


def questions(dice):
    for number in range(24):
        names = PROPOSITIONS[:2 + number % 2]
        tree = odd.random_tree(names, dice, dice.randrange(2, 6), ".+>=>^")
        pen = Pen(names, dice)
        question = {"kind": "proposition", "variables": names, "ask": ["formula", "nature", "consequence"][number % 3]}
        if number % 3 < 2:
            question["formula"] = pen.write(tree if number % 4 else dice.choice([(">", tree, tree), (".", tree, ("!", tree))]))
            if question["ask"] == "formula" and number % 2:
                question["negate"] = True
        else:
            premises = [tree, odd.random_tree(names, dice, 2, ".+>=")]
            conclusion = dice.choice([("+", tree, premises[1]), odd.random_tree(names, dice, 2, ".+>="), ("v", "P")])
            question.update(premises=[pen.write(each) for each in premises], conclusion=pen.write(conclusion))
        yield question


def answers_to(question, dice):
    names = names_of(question)
    if question.get("ask", "formula") == "formula":
        given = formula(question["formula"], question)[0]
        for _ in range(16):
            tree = given if dice.random() < 0.3 else odd.reworded(given, dice, 2)
            tree = ("!", tree) if dice.random() < 0.6 else tree
            tree = odd.reworded(tree, dice, 2) if dice.random() < 0.5 else tree
            yield Pen(names, dice).write(odd.slip(tree, names, dice) if dice.random() < 0.4 else tree)
        return
    choices = WORDS if question.get("ask") == "nature" else ANSWERS
    for _ in range(16):
        word = dice.choice(choices[dice.choice(list(choices))])
        witnesses = [witness(names, dice) for _ in range(dice.choice([0, 0, 1, 1, 2, 2, 3]))]
        labelled = question.get("ask") == "nature" and dice.random() < 0.4
        if labelled:
            witnesses = [dice.choice(["vraie pour ", "fausse pour ", "vraie si ", "fausse quand "]) + each for each in witnesses]
        text = dice.choice([" ; ", "\n", " ; " if labelled else " ou "]).join(witnesses)
        yield word + (dice.choice([" : ", ", ", " : par exemple "]) + text if text else "")


def witness(names, dice):
    said = [name for name in names if dice.random() < 0.9] or names[:1]
    style = dice.randrange(4)
    words = [("=0", "=1"), (" = 0", " = 1"), (" fausse", " vraie"), (" F", " V")][style]
    return [", ", ", ", " et ", ", "][style].join(name + words[dice.random() < 0.5] for name in said)


def answers(dice, asked):
    for question in asked:
        for answer in answers_to(question, dice):
            yield question, answer
