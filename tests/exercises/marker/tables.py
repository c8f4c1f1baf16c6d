"""The kind `truth-table`: each column less what the best constant would earn, errors carried from column to column."""
import collections
import re
from fractions import Fraction

from . import logic
from .notation import read

ZERO, ONE, OPEN = "0", "1", "x"
CELLS = {"0": ZERO, "f": ZERO, "faux": ZERO, "1": ONE, "v": ONE, "t": ONE, "vrai": ONE, "x": OPEN, "-": OPEN, "*": OPEN}


def guarded(right, count, ones):
    """max(0, (s - c)/(1 - c)), c the best constant's share; all right is all."""
    if right == count:
        return Fraction(1)
    constant = Fraction(max(ones, count - ones), count)
    return max(Fraction(0), (Fraction(right, count) - constant) / (1 - constant)) if constant < 1 else Fraction(0)


class Table:
    def __init__(self, question):
        names = question["variables"]
        self.names, self.texts = names, question.get("columns", [])
        formulas = [read(text, names) for text in self.texts]
        given = question["function"]
        formulas.append(None if isinstance(given, list) else read(given, names))
        self.free = logic.truth(question.get("dont_care", []), names)
        self.truths = [logic.ones(tree, names) for tree in formulas[:-1]] + [logic.truth(given, names)]
        self.rules = [tree and self.rule(tree, formulas[:i]) for i, tree in enumerate(formulas)]
        self.rows = list(logic.rows(names))
        self.counted = [range(len(self.rows))] * len(self.texts) + [[n for n in range(len(self.rows)) if n not in self.free]]
        self.result, self.required = question.get("name", "E"), question.get("required", False)
        self.shapes = [logic.shape(tree) if tree else None for tree in formulas]

    @staticmethod
    def rule(tree, before):
        """The formula with the columns before in place of what they are, also of some of the terms of a sum; large pieces first."""
        for number, column in enumerate(before):
            if logic.shape(tree) == logic.shape(column):
                return ("v", number)
        if tree[0] in "v01":
            return tree
        if tree[0] not in ".+^":
            return (tree[0], *(Table.rule(part, before) for part in tree[1:]))
        parts, taken = logic.split(tree, tree[0]), []
        shapes = [logic.shape(part) for part in parts]
        for number, column in sorted(enumerate(before), key=lambda each: -len(logic.split(each[1], tree[0]))):
            wanted = [logic.shape(part) for part in logic.split(column, tree[0])]
            if len(wanted) > 1 and not collections.Counter(wanted) - collections.Counter(shapes):
                taken.append(("v", number))
                for each in wanted:
                    del parts[shapes.index(each)]
                    shapes.remove(each)
        made = taken + [Table.rule(part, before) for part in parts]
        out = made[0]
        for part in made[1:]:
            out = (tree[0], out, part)
        return out

    def parents(self, column):
        def look(tree):
            return {tree[1]} if tree[0] == "v" and isinstance(tree[1], int) else set() if tree[0] in "v01" else set().union(*map(look, tree[1:]))
        return look(self.rules[column]) if self.rules[column] else set()

    # ---- reading ----

    def heading(self, text):
        """The number of the column below a heading; -1 - n for variable n."""
        if text == self.result:
            return len(self.texts)
        if text in self.names:
            return -1 - self.names.index(text)
        found = logic.shape(read(text, self.names))
        return self.shapes.index(found) if found in self.shapes else None

    def fill(self, answer):
        """[{row: cell} of each column, None where a column is not there]"""
        columns = [None] * len(self.truths)
        if isinstance(answer, dict) and "columns" in answer:
            for text, cells in answer["columns"].items():
                columns[self.heading(text)] = {n: CELLS.get(cell.lower().strip()) for n, cell in enumerate(cells)}
            return columns
        lines = answer["rows"] if isinstance(answer, dict) else [
            [cell.strip() for cell in re.split(r"[|;\t]", line.strip().strip("|"))] for line in answer.split("\n") if line.strip()]
        if isinstance(answer, dict):
            heads = list(range(-1, -1 - len(self.names), -1)) + list(range(len(self.texts), len(self.texts) + 1) if len(
                lines[0]) == len(self.names) + 1 else range(len(self.texts) + 1))
        else:
            heads, lines = [self.heading(text) for text in lines[0]], lines[1:]
        for line in lines:
            values = dict(zip(heads, line))
            number = int("".join(CELLS[values[-1 - i].lower()] for i in range(len(self.names))), 2)
            for head, cell in values.items():
                if head is not None and head >= 0:
                    columns[head] = {**(columns[head] or {}), number: CELLS.get(cell.lower())}
        return columns

    # ---- marking ----

    def truly(self, column, n):
        return n in self.truths[column]

    def own(self, column, n, cells, constant):
        """What the column must hold by the student's own columns before, and whether one of those is wrong here."""
        row, wrong = dict(self.rows[n]), False
        for parent in self.parents(column):
            row[parent] = self.truly(parent, n)
            if not constant[parent] and cells[parent].get(n) in (ZERO, ONE):
                row[parent] = cells[parent][n] == ONE
                wrong = wrong or row[parent] != self.truly(parent, n)
        return logic.value(self.rules[column], row), wrong

    def shares(self, answer):
        """The share of each column."""
        shown = self.fill(answer)
        cells = [column or {} for column in shown]
        constant = [len({cell for cell in column.values() if cell in (ZERO, ONE)}) < 2 for column in cells]
        right, carried, total, independent = [], [], 0, 0
        for column, here in enumerate(cells):
            good = {n for n in self.counted[column] if here.get(n) in (ZERO, ONE) and (here[n] == ONE) == self.truly(column, n)}
            follows = set()
            if self.rules[column] and not constant[column]:
                for n in set(self.counted[column]) - good:
                    value, wrong = self.own(column, n, cells, constant)
                    if wrong and here.get(n) == (ONE if value else ZERO):
                        follows.add(n)
            right.append(good)
            carried.append(follows)
            if shown[column] is not None or self.required or column == len(self.texts):
                total += len(self.counted[column])
                independent += len(self.counted[column]) - len(good) - len(follows)
        trusted = independent <= max(1, Fraction(total, 4))
        return [self.column_share(column, right[column], carried[column] if trusted else set(), cells, constant)
                for column in range(len(cells))]

    def column_share(self, column, right, carried, cells, constant):
        counted = self.counted[column]
        ones = sum(self.truly(column, n) for n in counted)
        direct = guarded(len(right), len(counted), ones)
        if not carried:
            return direct
        own = sum(self.own(column, n, cells, constant)[0] for n in counted)
        if own in (0, len(counted)):
            return direct
        most = max(ones, len(counted) - ones, own, len(counted) - own)  # the better constant, of the two columns
        return max(direct, guarded(len(right) + len(carried), len(counted), most))

    def mark(self, answer):
        shares = self.shares(answer)
        return sum(shares) / len(shares) if self.required else shares[-1]


def mark(question, answer):
    if not answer or (isinstance(answer, str) and not answer.strip()):
        return Fraction(0)
    return Table(question).mark(answer)
