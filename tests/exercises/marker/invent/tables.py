"""Truth tables, with cells that are wrong, carried, empty, and in every way of writing them."""
from .. import logic, odd
from ..odd import Pen
from ..tables import Table

PROPOSITIONS = ["P", "Q", "R"]


def questions(dice):
    for number in range(10):
        names = PROPOSITIONS[:2 + number % 2]
        tree = odd.random_tree(names, dice, dice.randrange(3, 6), ".+>=^")
        pieces = [piece for piece in inner(tree) if piece[0] not in "v01"]
        columns = dice.sample(pieces, min(len(pieces), dice.randrange(0, 4)))
        columns.sort(key=logic.literals)
        shapes = [logic.shape(column) for column in columns]
        columns = [column for i, column in enumerate(columns) if shapes[i] not in shapes[:i] and shapes[i] != logic.shape(tree)]
        texts = [Pen(names, dice, True).text(column, -2) for column in columns]
        question = {"kind": "truth-table", "variables": names, "columns": texts, "required": number % 3 != 0,
                    "function": Pen(names, dice).write(tree)}
        if number % 4 == 3:
            question["dont_care"] = [dice.randrange(2 ** len(names))]
        yield question


def inner(tree):
    yield tree
    for part in tree[1:] if tree[0] not in "v01" else ():
        yield from inner(part)


def answers_to(question, dice):
    table = Table(question)
    count, size = len(table.truths), len(table.rows)
    for _ in range(24):
        cells = [[n in truth for n in range(size)] for truth in table.truths]
        for column in range(count):
            if table.rules[column] and dice.random() < 0.6:  # from the own columns before
                rows = [{**row, **{j: cells[j][n] for j in range(column)}} for n, row in enumerate(table.rows)]
                cells[column] = [logic.value(table.rules[column], row) for row in rows]
            if (fate := dice.random()) < 0.1:
                cells[column] = [dice.random() < 0.5] * size
            elif fate < 0.2:
                cells[column] = [not cell for cell in cells[column]]
            for n in range(size):
                cells[column][n] ^= dice.random() < 0.12
        words = [["0", "1"], ["F", "V"], ["faux", "vrai"], ["f", "t"]][dice.randrange(4)]
        written = [[words[cell] if dice.random() > 0.02 else "" for cell in column] for column in cells]
        for n in table.free:
            written[-1][n] = dice.choice(["x", "-", "*", *words])
        yield table_text(question, table, written, words, dice)


def table_text(question, table, written, words, dice):
    heads, size = [*question["columns"], table.result], len(table.rows)
    left = list(range(len(heads)))
    if len(heads) > 1 and dice.random() < 0.3:
        left.remove(dice.choice(left[:-1]))
    if dice.random() < 0.3:
        return {"columns": {heads[i]: written[i] for i in left}}
    if dice.random() < 0.5:
        dice.shuffle(left)
    order = list(range(size))
    if dice.random() < 0.4:
        dice.shuffle(order)
    lines = [[*table.names, *(heads[i] for i in left)]]
    for n in order:
        lines.append([*(words[table.rows[n][name]] for name in table.names), *(written[i][n] for i in left)])
    mark = dice.choice([" | ", " ; ", "\t"])
    edge = "| " if mark == " | " else ""
    return "\n".join(edge + mark.join(line) + (" |" if edge else "") for line in lines)


def answers(dice, asked):
    for question in asked:
        for answer in answers_to(question, dice):
            yield question, answer
