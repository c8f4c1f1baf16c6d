"""tracer.py alone: a changed cell is the first that does not follow, and all that comes from it does.

    test_tracer.py FOLDER-OF-TRACER"""
import random
import sys
import unittest

sys.path.insert(0, sys.argv.pop())
import tracer  # noqa: E402  (its folder is an argument)

PLANS = [
    {"columns": ["a", "b", "r"], "start": "a = 1071\nb = 462", "while": "b != 0", "for": None,
     "step": "r = a % b\na = b\nb = r", "result": "a"},
    {"columns": ["i", "s"], "start": "s = 0", "while": None, "for": "i in range(1, 9)", "step": "s += i * i", "result": "s"},
    {"columns": ["a", "b"], "start": "a, b = 0, 1", "while": None, "for": "k in range(7)", "step": "a, b = b, a + b", "result": None},
]


class Tracer(unittest.TestCase):
    def test_one_changed_cell(self):
        draw = random.Random(5)
        for plan in PLANS:
            for _ in range(30):
                _, rows, items, _, _ = tracer.truth(plan)
                row = draw.randrange(1, len(rows))
                column = draw.randrange(len(plan["columns"]))
                program = tracer.Program(plan)
                own = [list(state) for state in rows[:row + 1]]
                own[row][column] = [rows[row][column][0] + draw.randrange(1, 50)]
                for later in range(row + 1, len(rows)):
                    item = items[later - 1] if items else None
                    if not items and not program.goes_on(program.fresh(own[-1])):
                        break
                    own.append(program.once(own[-1], item)[0])
                judged = tracer.judge(plan, items, own, list(range(1, len(own))))[0]
                for number, (goes, _, cells) in enumerate(judged, 1):
                    self.assertTrue(goes)
                    wrong = [index for index, cell in enumerate(cells) if own[number][index] not in cell[:2]]
                    self.assertEqual(wrong, [column] if number == row else [], (plan, own))

    def test_variants_differ_from_the_truth(self):
        for plan in PLANS:
            _, rows, _, _, known = tracer.truth(plan)
            self.assertTrue(known)
            for _, _, other in known:
                self.assertNotEqual(other, rows)

    def test_nothing_goes_on_for_ever(self):
        plan = {**PLANS[0], "step": "while True: pass"}
        self.assertEqual(tracer.truth(plan), ["lines"])


unittest.main(argv=["test_tracer"])
