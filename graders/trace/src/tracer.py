"""What executes an author's algorithm, in a run of its own: from its start, and from states that a student wrote down.

A cell is [value], or [] where there is none yet; a state is a list of cells, one for each column. The texts of `plan` are
the author's. What a student wrote comes as plain values, is assigned to names, and is never read as code.
"""
import ast
import sys

MOST_ROWS = 200
MOST_STEPS = 50000
MOST_VARIANTS = 40
MOST_TEXT = 400


class Enough(BaseException):
    """More was executed than a table of this size can need."""


class Hidden(BaseException):
    """A pass depends on something that is in no column: (row, column)."""


class Odd(BaseException):
    """A column holds what no table can show: (row, column, type)."""


def copied(value):
    if type(value) is list:
        return [copied(item) for item in value]
    return value


def size(value, depth=0):
    """Characters that it takes at least; too many for what is not plain."""
    if type(value) in (bool, float) or value is None:
        return 5
    if type(value) is int:
        return value.bit_length() // 3
    if type(value) is str:
        return len(value)
    if type(value) in (list, tuple) and depth < 4:
        return 2 + sum(size(item, depth + 1) for item in value[:MOST_TEXT]) + max(0, len(value) - MOST_TEXT)
    return 10 * MOST_TEXT


def plain(value):
    return size(value) <= MOST_TEXT


def limited(work, most=MOST_STEPS):
    """work() with at most so many instructions executed: the same everywhere, unlike a time."""
    left = [most]

    def tracer(frame, event, argument):
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        left[0] -= 1
        if left[0] < 0:
            raise Enough
        return tracer
    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        return work()
    finally:
        sys.settrace(before)


class Names(dict):
    """The names of one pass. Notes what is assigned to the columns; with `own`, the last assignment gives a student's cell."""
    watched = ()
    own = None

    def watch(self, columns, lines, own=None, totals=None):
        self.watched, self.lines, self.own, self.totals = columns, lines, own, totals or {}
        self.counts, self.made, self.shown, self.last, self.place = {}, {}, {}, [], None

    def __setitem__(self, name, value):
        if name in self.watched:
            count = self.counts[name] = self.counts.get(name, 0) + 1
            line = self.place or sys._getframe(1).f_lineno
            text, used, together = self.lines.get(line, ("", (), ()))
            # a, b = b, a reads all before it assigns any.
            if line not in self.shown or name not in together[1:]:
                self.shown[line] = [[key, copied(self[key])] for key in used if key in self and plain(self[key])]
            shown = self.shown[line]
            self.made[name] = [value, text, shown]
            self.last = [key for key in self.last if key != name] + [name]
            if self.own is not None and count == self.totals.get(name) and self.own.get(name):
                value = copied(self.own[name][0])
        dict.__setitem__(self, name, value)


def read_names(node):
    """Names that a statement or an expression reads, each once, in the order of the text."""
    found = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        found.append(ast.Name(node.target.id, ast.Load(), lineno=node.lineno, col_offset=node.col_offset))
    found = [part for part in found if isinstance(part.ctx, ast.Load)]
    found.sort(key=lambda part: (part.lineno, part.col_offset))
    return list(dict.fromkeys(part.id for part in found))


def source(text, node):
    return " ".join((ast.get_source_segment(text, node) or ast.unparse(node)).split())


def assigned(node):
    """The names of a, b = …, in their order."""
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], (ast.Tuple, ast.List)):
        return ()
    return [part.id for part in node.targets[0].elts if isinstance(part, ast.Name)]


def lines_of(text, tree):
    """The simple statement on each line, the names that it reads and those that it assigns at once."""
    lines = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.For):
            head = f"for {source(text, node.target)} in {source(text, node.iter)}"
            lines.setdefault(node.lineno, (head, read_names(node.iter), ()))
        elif isinstance(node, ast.stmt) and not hasattr(node, "body"):
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                lines[line] = (source(text, node), read_names(node), assigned(node))
    return lines


class Program:
    """An author's algorithm, compiled. `where` names the text that is being read, for who must mend it."""

    def __init__(self, plan):
        self.plan, self.where = plan, "start"
        self.columns = plan["columns"]
        self.variables = [name for name in self.columns if name.isidentifier()]
        self.start = compile(plan["start"], "<start>", "exec")
        self.where = "step"
        self.tree = ast.parse(plan["step"])
        self.lines = lines_of(plan["step"], self.tree)
        self.step = compile(plan["step"], "<step>", "exec")
        self.simultaneous = None
        self.loop = self.condition = self.target = None
        self.condition_names = ()
        if plan["for"] is not None:
            self.where = "for"
            self.loop = ast.parse(f"for {plan['for']}: pass").body[0]
            self.target = self.assigning(self.loop.target)
            self.sequence = compile(ast.Expression(self.loop.iter), "<for>", "eval")
            self.lines[-1] = (f"for {plan['for']}", (), ())
        else:
            self.where = "while"
            condition = ast.parse(plan["while"].strip(), mode="eval")
            self.condition = compile(condition, "<while>", "eval")
            self.condition_names = read_names(condition)
        self.where = "columns"
        trees = {name: ast.parse(name.strip(), mode="eval") for name in self.columns if name not in self.variables}
        self.formulas = {name: compile(tree, "<columns>", "eval") for name, tree in trees.items()}
        self.formula_names = {name: read_names(tree) for name, tree in trees.items()}
        self.where = "result"
        self.result = compile(plan["result"].strip(), "<result>", "eval") if plan["result"] is not None else None

    @staticmethod
    def assigning(target):
        assign = ast.Assign([target], ast.Name("__item", ast.Load()))
        return compile(ast.fix_missing_locations(ast.Module([assign], [])), "<for>", "exec")

    def fresh(self, state=None):
        """The names after `start`; with a state, as if the columns had these values."""
        names = Names()
        names.update(print=lambda *_, **__: None)
        exec(self.start, names)
        for name, cell in zip(self.columns, state or ()):
            if name in self.variables:
                dict.pop(names, name, None)
                if cell:
                    dict.__setitem__(names, name, copied(cell[0]))
        return names

    def formula(self, names, text):
        try:
            value = eval(self.formulas[text], names)
        except Exception:
            return []
        return [value]

    def state(self, names):
        return [self.formula(names, name) if name in self.formulas else [copied(names[name])] if name in names else []
                for name in self.columns]

    def advance(self, names, item):
        """One pass."""
        if self.target:
            dict.__setitem__(names, "__item", item)
            names.place = -1
            exec(self.target, names)
            names.place = None
        if self.simultaneous is None:
            exec(self.step, names)
            return
        before = dict(names)
        made = {}
        for code in self.simultaneous:
            apart = Names(before)
            exec(code, apart)
            made.update({name: apart[name] for name in apart if name not in before or apart[name] is not before[name]})
        names.update(made)

    def goes_on(self, names):
        return bool(eval(self.condition, names))

    def items(self, names):
        """What a `for` goes through."""
        found = []
        for item in eval(self.sequence, names):
            found.append(copied(item))
            if len(found) > MOST_ROWS:
                break
        return found

    def follow(self, items=None):
        """All states from the start, and what the loop went through."""
        self.where = "start"
        names = self.fresh()
        names.watch((), {})
        rows = [self.state(names)]
        if self.target:
            self.where = "for"
            items = self.items(names) if items is None else items
            for item in items[:MOST_ROWS]:
                self.where = "step"
                self.advance(names, item)
                rows.append(self.state(names))
            return rows, items, names
        while len(rows) <= MOST_ROWS:
            self.where = "while"
            if not self.goes_on(names):
                break
            self.where = "step"
            self.advance(names, None)
            rows.append(self.state(names))
        return rows, [], names

    def once(self, state, item, own=None, totals=None):
        """One pass from a state. The state after it, and the names that tell how it came."""
        names = self.fresh(state)
        names.watch(self.variables, self.lines, own, totals)
        self.advance(names, item)
        return self.state(names), names


def same(left, right):
    return left == right and (type(left) is type(right) or not isinstance(left, (str, list)))


def check(program, rows, items):
    """Is every state what the one before makes? Else something else than the columns is changed on the way."""
    for row, state in enumerate(rows):
        for column, cell in enumerate(state):
            if cell and not plain(cell[0]):
                raise Odd(row, column, type(cell[0]).__name__)
    for row in range(1, len(rows)):
        try:
            found = program.once(rows[row - 1], items[row - 1] if program.target else None)[0]
        except Exception:
            raise Hidden(row, -1) from None
        for column, (left, right) in enumerate(zip(found, rows[row])):
            if repr(left) != repr(right):
                raise Hidden(row, column)


class Changed(ast.NodeTransformer):
    """The step with its n-th place of one kind changed; `wanted` -1: with all of them."""

    def __init__(self, kind, change, wanted):
        self.kind, self.change, self.wanted, self.seen, self.detail = kind, change, wanted, 0, None

    def generic_visit(self, node):
        ast.NodeTransformer.generic_visit(self, node)
        if isinstance(node, self.kind):
            other = self.change(node)
            if other is not None:
                self.seen += 1
                if self.wanted in (-1, self.seen - 1):
                    self.detail = ast.unparse(node)
                    return ast.copy_location(other, node)
        return node


def operator(old, new):
    def change(node):
        if not isinstance(node.op, old):
            return None
        if isinstance(node, ast.AugAssign):
            return ast.AugAssign(node.target, new(), node.value)
        return ast.BinOp(node.left, new(), node.right)
    return change


def comparing(old, new):
    def change(node):
        if len(node.ops) != 1 or not isinstance(node.ops[0], old):
            return None
        return ast.Compare(node.left, [new()], node.comparators)
    return change


def as_plain(node):
    target = ast.Name(node.target.id, ast.Store()) if isinstance(node.target, ast.Name) else None
    return ast.Assign([target], node.value) if target else None


CHANGES = [
    ("read-true-division", (ast.BinOp, ast.AugAssign), operator(ast.FloorDiv, ast.Div)),
    ("read-integer-division", (ast.BinOp, ast.AugAssign), operator(ast.Div, ast.FloorDiv)),
    ("read-quotient", (ast.BinOp, ast.AugAssign), operator(ast.Mod, ast.FloorDiv)),
    ("read-remainder", (ast.BinOp, ast.AugAssign), operator(ast.FloorDiv, ast.Mod)),
    ("read-plain", (ast.AugAssign,), as_plain),
    ("read-comparison", (ast.Compare,), comparing(ast.Gt, ast.Lt)),
    ("read-comparison", (ast.Compare,), comparing(ast.Lt, ast.Gt)),
    ("read-comparison", (ast.Compare,), comparing(ast.GtE, ast.LtE)),
    ("read-comparison", (ast.Compare,), comparing(ast.LtE, ast.GtE)),
    ("read-strictness", (ast.Compare,), comparing(ast.Gt, ast.GtE)),
    ("read-strictness", (ast.Compare,), comparing(ast.Lt, ast.LtE)),
    ("read-strictness", (ast.Compare,), comparing(ast.GtE, ast.Gt)),
    ("read-strictness", (ast.Compare,), comparing(ast.LtE, ast.Lt)),
    ("read-negated", (ast.Compare,), comparing(ast.Eq, ast.NotEq)),
    ("read-negated", (ast.Compare,), comparing(ast.NotEq, ast.Eq)),
]


def apart(statement):
    """a, b = b, a as two statements; None where it is none of these."""
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    left, right = statement.targets[0], statement.value
    if not isinstance(left, ast.Tuple) or not isinstance(right, ast.Tuple) or len(left.elts) != len(right.elts):
        return None
    return [ast.copy_location(ast.Assign([one], other), statement) for one, other in zip(left.elts, right.elts)]


def trees(program):
    """(code, detail, statements) of steps that somebody may have executed instead."""
    text, body = program.plan["step"], program.tree.body
    said = [source(text, statement) for statement in body]
    for index, statement in enumerate(body):
        parts = apart(statement)
        if parts:
            yield "read-one-by-one", said[index], body[:index] + parts + body[index + 1:]
    for index in range(len(body) - 1):
        detail = f"{said[index]} ; {said[index + 1]}"
        yield "read-in-other-order", detail, body[:index] + [body[index + 1], body[index]] + body[index + 2:]
    for code, kind, change in CHANGES:
        for wanted in range(3):
            changed = Changed(kind, change, wanted)
            tree = changed.visit(ast.parse(text))
            if changed.detail is None:
                break
            yield code, changed.detail, tree.body
    for index, statement in enumerate(body):
        if isinstance(statement, (ast.Assign, ast.AugAssign, ast.If)):
            yield "read-without", said[index].split(":")[0], body[:index] + body[index + 1:]


def ranges(program, items):
    """(code, items) of what a `for` goes through, gone through otherwise."""
    call = program.loop.iter
    if not items:
        return
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id != "range":
        yield "range-one-less", items[:-1]
        yield "range-one-later", items[1:]
        return
    step = items[1] - items[0] if len(items) > 1 else 1
    yield "range-one-more", items + [items[-1] + step]
    yield "range-one-less", items[:-1]
    yield "range-one-earlier", [items[0] - step] + items
    yield "range-one-later", items[1:]
    yield "range-shifted", [item + step for item in items]
    yield "range-shifted", [item - step for item in items]


def variants(program, truth, items):
    """(code, detail, rows) of the known mistakes, each followed to the end and different from the truth."""
    found = []

    def note(code, detail, followed):
        try:
            rows = limited(followed)[0]
        except (Exception, Enough):
            return
        fits = len(rows) <= MOST_ROWS and all(not cell or plain(cell[0]) for row in rows for cell in row)
        if fits and rows != truth and len(found) < MOST_VARIANTS:
            found.append([code, detail, rows])
    if program.target:
        for code, other in ranges(program, items):
            note(code, program.plan["for"], lambda other=other: program.follow(other))
    whole = program.step
    if len(program.tree.body) > 1:
        pieces = [ast.Module([statement], []) for statement in program.tree.body]
        program.simultaneous = [compile(piece, "<step>", "exec") for piece in pieces]
        note("read-all-at-once", program.plan["step"], program.follow)
        program.simultaneous = None
    for code, detail, body in trees(program):
        program.step = compile(ast.fix_missing_locations(ast.Module(body, [])), "<step>", "exec")
        note(code, detail, program.follow)
    program.step = whole
    return found


def truth(plan, known=True):
    """["ok", rows, items, result, variants], or what the author must mend."""
    where = "start"
    program = None
    try:
        program = Program.__new__(Program)
        program.__init__(plan)
        rows, items, names = limited(program.follow, 10 * MOST_STEPS)
        if len(rows) > MOST_ROWS or len(items) > MOST_ROWS:
            return ["rows"]
        check(program, rows, items)
        result = []
        if program.result is not None:
            program.where = "result"
            result = [eval(program.result, names)]
            if not plain(result[0]):
                raise Odd(-1, -1, type(result[0]).__name__)
            if repr(result[0]) != repr(eval(program.result, program.fresh(rows[-1]))):
                raise Hidden(len(rows) - 1, -1)
    except Enough:
        return ["lines"]
    except Hidden as why:
        return ["hidden", *why.args]
    except Odd as why:
        return ["odd", *why.args]
    except Exception as why:
        line = why.lineno if isinstance(why, SyntaxError) else 0
        return ["error", program.where or where, type(why).__name__, str(why)[:300], line or 0]
    return ["ok", rows, items, result, variants(program, rows, items) if known else []]


def truth_alone(plan):
    """The same without the known mistakes: one of them may be what the run does not come back from."""
    return truth(plan, False)


def unless_odd(state):
    return [cell if not cell or plain(cell[0]) else [] for cell in state]


def passed(program, before, own, item):
    """A student's row from their row before: for each column [by the row before, by their own cells too, its place in the order
    of the pass, the statement, the values that it reads]."""
    alone, names = program.once(before, item)
    cells = dict(zip(program.columns, own))
    try:
        with_own, carried = program.once(before, item, cells, names.counts)
    except Exception:
        with_own, carried = list(alone), names
    for name, made in carried.made.items():
        with_own[program.columns.index(name)] = [made[0]]
    written = program.fresh(own)
    out = []
    for index, name in enumerate(program.columns):
        if name in program.formulas:
            shown = [[key, copied(written[key])] for key in program.formula_names[name] if key in written and plain(written[key])]
            out.append([alone[index], program.formula(written, name), len(out) + 1000, name, shown])
            continue
        value, text, shown = carried.made.get(name, (None, "", []))
        order = carried.last.index(name) if name in carried.last else -1
        out.append([alone[index], with_own[index], order, text, shown])
    for row in out:
        row[0], row[1] = unless_odd(row[:2])
    return out


def judge(plan, items, rows, wanted):
    """For each wanted number of a row: [does the loop go on to it?, the values that its condition reads, its cells]; then the
    result of the last row. What cannot be executed from there is None."""
    program = Program(plan)
    found = []
    for number in wanted:
        before = rows[number - 1]
        item = items[number - 1] if number - 1 < len(items) else None
        on, shown, cells = None, [], None
        try:
            if program.target:
                on = number <= len(items)
            else:
                names = program.fresh(before)
                shown = [[key, copied(names[key])] for key in program.condition_names if key in names and plain(names[key])]
                on = limited(lambda: program.goes_on(names))
            if number < len(rows) and on:
                cells = limited(lambda: passed(program, before, rows[number], item))
        except BaseException:
            pass
        found.append([on, shown, cells])
    result = []
    if program.result is not None and rows:
        try:
            result = unless_odd([[limited(lambda: eval(program.result, program.fresh(rows[-1])))]])[0]
        except BaseException:
            pass
    return [found, result]
