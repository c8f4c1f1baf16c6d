"""Karnaugh maps with a slip or a misreading, groups and expressions read from them or not."""
from .. import logic, odd
from ..maps import GRAY, Map
from ..odd import Pen

NAMES = ["a", "b", "c", "d"]


def questions(dice):
    for number in range(10):
        names = NAMES[:[4, 3, 4, 2, 4][number % 5]]
        rows = range(2 ** len(names))
        question = {"kind": "karnaugh", "variables": names, "function": sorted(dice.sample(rows, dice.randrange(1, len(rows) - 1))),
                    "groups_of": number % 2}
        if number % 3 == 2:
            question["dont_care"] = sorted(dice.sample(sorted(set(rows) - set(question["function"])), 1))
        if number in (3, 8):
            question["function"] = Pen(names, dice).write(odd.random_tree(names, dice, 5))
        if number == 4:
            question["rows"] = names[:1]
        if number == 5:
            question["ask"] = ["groups", "expression"]
        if number == 6:
            question["shares"] = {"grid": "1/2", "groups": "1/3", "expression": "1/6"}
        yield question


def answers_to(question, dice):
    board = Map(question)
    names, size = board.names, 2 ** len(board.names)
    for _ in range(24):
        own = {n: "1" if n in board.wanted else dice.choice("x01") if n in board.free else "0" for n in range(size)}
        for n in dice.sample(range(size), dice.choice([0, 0, 0, 1, 1, 2, size // 3])):
            own[n] = dice.choice(["0", "1", "1", "0", "x" if board.free else "", ""])
        if dice.random() < 0.1:
            own = {n: {"0": "1", "1": "0"}.get(cell, cell) for n, cell in own.items()}
        seen = (board.wanted, board.free) if dice.random() < 0.5 else (
            frozenset(n for n in own if own[n] == "1"), board.free)
        wanted = logic.everything(names) - seen[0] - seen[1] if board.zeros else seen[0] - seen[1]
        cover = dice.choice(logic.minimal(frozenset(wanted), frozenset(seen[1]), tuple(names)))
        groups = [set(logic.covered(term, names)) for term in cover]
        spoil_groups(groups, size, dice)
        tree = odd.of_terms(cover, dice, "." if board.zeros else "+")
        if dice.random() < 0.4:
            tree = dice.choice([odd.slip, lambda t, n, d: odd.ornament(t, d, n)])(tree, names, dice)
        yield map_text(board, own, groups, Pen(names, dice).write(tree), dice, GRAY)


def spoil_groups(groups, size, dice):
    fate = dice.randrange(8)
    if fate == 0 and groups:
        groups.pop()
    elif fate == 1:
        groups.append({dice.randrange(size)})
    elif fate == 2 and groups:
        dice.choice(groups).add(dice.randrange(size))
    elif fate == 3 and groups:
        group = dice.choice(groups)
        if len(group) > 1:
            for n in sorted(group)[len(group) // 2:]:
                group.discard(n)
    elif fate == 4 and groups:
        groups.append(set(dice.choice(groups)))
    dice.shuffle(groups)


def map_text(board, own, groups, expression, dice, gray):
    names, side = board.names, board.side
    width = len(names)
    codes = [" ".join(format(n, f"0{width}b") for n in dice.sample(sorted(group), len(group))) for group in groups]
    down, across = gray[side], gray[width - side]
    if dice.random() < 0.3:
        grid = [[own[int(i + j, 2)] for j in across] for i in down]
        answer = {"grid": grid, "groups": [code.split() for code in codes], "expression": expression}
        return {part: answer[part] for part in board.ask if dice.random() < 0.9 or len(board.ask) == 1}
    lines = []
    if "grid" in board.ask:
        if dice.random() < 0.15:
            across = dice.sample(across, len(across))
        lines = ["Grille", "| " + "".join(names[:side]) + "\\" + "".join(names[side:]) + " | " + " | ".join(across) + " |"]
        for i in down:
            lines.append(f"| {i} | " + " | ".join(own[int(i + j, 2)] for j in across) + " |")
    if "groups" in board.ask:
        lines += ["", "Groupes", *(codes or ["aucun"])]
    if "expression" in board.ask:
        lines += ["", "Expression", expression]
    return "\n".join(lines)


def answers(dice, asked):
    for question in asked:
        for answer in answers_to(question, dice):
            if answer:
                yield question, answer
