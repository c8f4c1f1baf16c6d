"""The kind `karnaugh`: the grid cell by cell, the groups as sets of cells, the expression; the last two also by the own grid."""
import itertools
import re
from fractions import Fraction

from . import expressions, logic
from .notation import Unreadable, read
from .tables import guarded

PARTS = ("grid", "groups", "expression")
GRAY = {1: ["0", "1"], 2: ["00", "01", "11", "10"], 3: ["000", "001", "011", "010", "110", "111", "101", "100"]}
VALUES = {"0": "0", "1": "1", "x": "x", "-": "x", "*": "x"}


class Map:
    def __init__(self, question):
        self.names = question["variables"]
        self.wanted, self.free, self.given = expressions.asked(question)
        self.side = len(question.get("rows", self.names[:len(self.names) // 2]))
        self.ask = question.get("ask", list(PARTS))
        self.shares = {part: Fraction(str(share)) for part, share in question.get("shares", {}).items()}
        self.zeros = question.get("groups_of", 1) == 0
        self.form = "minimal-product" if self.zeros else "minimal-sum"
        self.counted = logic.everything(self.names) - self.free

    # ---- reading ----

    def read(self, answer):
        """(grid {row: cell} or None, in Gray order?, groups or None, expression tree or None)"""
        if isinstance(answer, dict):
            grid = answer.get("grid")
            lines = grid and [[code, *cells] for code, cells in zip(GRAY[self.side], grid)]
            groups, expression = answer.get("groups"), answer.get("expression", "")
            groups = None if groups is None else [" ".join(group) if isinstance(group, list) else group for group in groups]
        else:
            parts = {"grid": [], "groups": [], "expression": []}
            for line in answer.split("\n"):
                head = {"Gri": "grid", "Gro": "groups", "Exp": "expression"}.get(line.strip()[:3])
                if head:
                    part = head
                elif line.strip() and not re.fullmatch(r"[|\s:-]+", line):
                    parts[part].append(line.strip())
            lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in parts["grid"]] or None
            groups, expression = parts["groups"] or None, " ".join(parts["expression"])
        grid, gray = self.read_grid(lines) if lines else (None, True)
        if groups is not None:
            groups = [self.read_group(text) for text in groups if text != "aucun"]
        return grid, gray, groups, read(expression, self.names) if expression.strip() else None

    def read_grid(self, lines):
        down, across, top = self.names[:self.side], self.names[self.side:], GRAY[len(self.names) - self.side]
        side = [line[0] for line in lines]
        if not re.fullmatch("[01]+", lines[0][0]) or not set(lines[0][1:]) <= set(VALUES) | {""}:
            corner = re.split(r"[\\/]", lines[0][0])
            if len(corner) == 2:
                down, across = (re.findall(r"[A-Za-z]\d*", part) for part in corner)
            top, lines = lines[0][1:], lines[1:]
            side = [line[0] for line in lines]
        grid = {}
        for code, line in zip(side, lines):
            for head, cell in itertools.zip_longest(top, line[1:], fillvalue=""):
                bits = dict(zip(down + across, code + head))
                if VALUES.get(cell.lower()) == "x" and not self.free:
                    raise Unreadable("nothing is left open")
                grid[int("".join(bits[name] for name in self.names), 2)] = VALUES.get(cell.lower())
        gray = all(self.is_gray(codes) for codes in (side, top))
        return grid, gray

    @staticmethod
    def is_gray(codes):
        around = zip(codes, codes[1:] + codes[:1])
        return all(sum(a != b for a, b in zip(one, two)) == 1 for one, two in around)

    def read_group(self, text):
        words = text.split()
        if words and all(re.fullmatch("[01]{%d}" % len(self.names), word) for word in words):
            return frozenset(int(word, 2) for word in words)
        tree = read(text, self.names)
        found = expressions.terms(tree)
        if found is not None and len(found) == 1:
            return logic.ones(tree, self.names)
        found = expressions.terms(tree, ".")
        if self.zeros and found is not None and len(found) == 1:
            return logic.everything(self.names) - logic.ones(tree, self.names)
        raise Unreadable(text)

    # ---- the grid ----

    def right(self, grid):
        return {n for n in self.counted if grid.get(n) == ("1" if n in self.wanted else "0")}

    def grid_share(self, grid, gray):
        earned = guarded(len(self.right(grid)), len(self.counted), len(self.wanted))
        return earned if gray else min(earned, Fraction(1, 2))

    def misread(self, grid):
        """Would one other way of reading it make the map right?"""
        down, across = self.side, len(self.names) - self.side
        own = {n for n in grid if grid[n] == "1"}

        def moved(by_side, by_top):
            def code(bits, swap):
                width = len(bits)
                return GRAY[width][int(bits, 2)] if swap else bits
            out = set()
            for n in range(2 ** len(self.names)):
                bits = format(n, f"0{len(self.names)}b")
                if n in own:
                    # The cell stands where Gray has `bits`; the student meant the code that counting has there.
                    side, top = (format(GRAY[len(part)].index(part), f"0{len(part)}b") if swap else part
                                 for part, swap in ((bits[:down], by_side), (bits[down:], by_top)))
                    out.add(int(side + top, 2))
            return out

        def exchanged():
            if down != across:
                return None
            return {int(bits[down:] + bits[:down], 2) for bits in (format(n, f"0{2 * down}b") for n in own)}

        ways = [moved(True, False), moved(False, True), moved(True, True), exchanged(), logic.everything(self.names) - own]
        return any(way is not None and not (set(way) ^ self.wanted) & self.counted for way in ways)

    def own_target(self, grid, usual):
        """(wanted, free) by the student's own grid; None where it is not to be trusted."""
        wrong = len(self.counted) - len(self.right(grid))
        whole = all(grid.get(n) in ("0", "1", "x") for n in self.counted)
        values = {grid.get(n) for n in self.counted}
        if not whole or not wrong or not {"0", "1"} <= values:
            return None
        if wrong > max(1, Fraction(len(self.counted), 4)) and not self.misread(grid):
            return None
        own = frozenset(n for n in self.counted if grid[n] == "1")
        return own, self.free | frozenset(n for n in self.counted if grid[n] == "x")

    # ---- groups ----

    def groups_share(self, groups, wanted, free):
        if self.zeros:
            wanted = logic.everything(self.names) - wanted - free
        names = tuple(self.names)
        covers = logic.minimal(frozenset(wanted), frozenset(free), names)
        needed = len(covers[0])
        largest = logic.primes(frozenset(wanted | free), names)
        fine = [group in largest and bool(group) for group in groups]
        smaller = [not ok and self.is_product(group) and group <= wanted | free for ok, group in zip(fine, groups)]
        if sorted(map(sorted, groups)) in [sorted(sorted(logic.covered(term, names)) for term in cover) for cover in covers]:
            return Fraction(1)
        kept = self.without_superfluous(groups, fine, smaller, wanted)
        halves = sum(2 if fine[i] else 1 for i in kept if fine[i] or (smaller[i] and len(groups[i]) > 1))
        most = max(needed, len(groups))
        if not most:
            return Fraction(0)
        return min(Fraction(min(halves, 2 * needed), 2 * most), Fraction(3, 4))

    def without_superfluous(self, groups, fine, smaller, wanted):
        """A group that the others cover is worth nothing, the later ones first; the small ones before, good ones never by those."""
        left = {i for i in range(len(groups)) if fine[i] or smaller[i]}
        for kind in (smaller, fine):
            for i in reversed(range(len(groups))):
                if kind[i]:
                    others = [groups[j] for j in left - {i} if fine[j] or (kind is smaller and smaller[j])]
                    if groups[i] & wanted <= frozenset().union(*others):
                        left.discard(i)
        return left

    def is_product(self, group):
        """A product's cells: as many as its fixed variables leave, and no other."""
        if not group:
            return False
        term = frozenset((name, value) for i, name in enumerate(self.names) for value in (False, True)
                         if all((n >> (len(self.names) - 1 - i) & 1) == value for n in group))
        return logic.covered(term, self.names) == group

    # ---- all ----

    def mark(self, answer):
        grid, gray, groups, tree = self.read(answer)
        targets = [(self.wanted, self.free)]
        out = {"grid": Fraction(0), "groups": Fraction(0), "expression": Fraction(0)}
        if grid is not None and "grid" in self.ask:
            out["grid"] = self.grid_share(grid, gray)
            own = self.own_target(grid, gray)
            targets += [own] if own else []
        if groups is not None:
            out["groups"] = max(self.groups_share(groups, *target) for target in targets)
        if tree is not None:
            out["expression"] = max(expressions.share(tree, *target, self.names, self.form, self.given) for target in targets)
        return sum(out[part] * self.shares.get(part, Fraction(1, len(self.ask))) for part in self.ask)


def mark(question, answer):
    if not answer or (isinstance(answer, str) and not answer.strip()):
        return Fraction(0)
    return Map(question).mark(answer)
