"""The audit hook: what it refuses, what it leaves alone, and what a run tells of the words that it was given."""
import unittest
from run_client import LOAD, SEEN, Run, Zygote

REFUSED = [  # the body of f()
    "import os; os.system('true')",
    "import os; os.fork()",
    "import os; os.forkpty()",
    "import os; os.execv('/bin/true', ['true'])",
    "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "import os; os.spawnv(os.P_WAIT, '/bin/true', ['true'])",
    "f.__code__.replace(co_consts=())",
    "import types; types.CodeType(0, 0, 0, 0, 0, 0, b'', (), (), (), 'answer.py', 'f', 'f', 1, b'', b'')",
    "import marshal; marshal.loads(marshal.dumps(f.__code__))",
    "import types, functools; functools.partial(f.__code__.replace, co_stacksize=9)()",
    "list(map(f.__code__.replace, []))\n    [g() for g in [f.__code__.replace]]",
    "compile('1', __import__('calendar').__file__, 'eval')",
    "compile('1', '<frozen importlib._bootstrap>', 'eval')",
    "exec(compile('1', 'test.py', 'exec'))",
]

HONEST = [  # texts that define f(), which returns 1
    "from collections import namedtuple\nP = namedtuple('P', 'x y')\ndef f(): return P(1, 2).x\n",
    "from dataclasses import dataclass, replace\n@dataclass(order=True, frozen=True)\nclass P:\n    x: int = 1\ndef f(): return replace(P(3), x=1).x\n",
    "import enum\nclass C(enum.IntFlag):\n    A = enum.auto()\ndef f(): return int(C.A)\n",
    "import typing\nclass P(typing.NamedTuple):\n    x: 'int' = 1\ndef f(): return len(typing.get_type_hints(P))\n",
    "import functools\n@functools.lru_cache\ndef g(n): return n\n@functools.singledispatch\ndef h(x): return g(1)\ndef f(): return h(2)\n",
    "import copy, pickle\ndef f(): return pickle.loads(pickle.dumps(copy.deepcopy([1])))[0]\n",
    "import inspect\ndef g(a): return a\ndef f(): return len(inspect.signature(g).parameters)\n",
    "import types\n@types.coroutine\ndef g():\n    yield 1\ndef f(): return g().send(None)\n",
    "import statistics, calendar, difflib, string, textwrap, csv, io\ndef f(): return 1\n",
    "def f(): return eval('1')\n",
    "def f():\n    d = {}\n    exec(compile('x = 1', '<string>', 'exec'), d)\n    return d['x']\n",
    "import ast\ndef f(): return ast.literal_eval('1')\n",
    "import timeit\ndef f(): return int(timeit.timeit('1', number=1) < 100)\n",
    "import sys\nsys.settrace(None); sys.setprofile(None)\ndef f(): return sys.gettrace() is None and 1\n",
    "import doctest, unittest, logging, argparse\ndef f(): return 1\n",
    "import gc\ndef f(): return min(1, len(gc.get_objects()))\n",
]

SEEN_ROWS = [  # words, answer, (index, line) of those that were used
    (("sorted",), "def f(): return sorted([1])", [(0, 1)]),
    (("sorted",), "def f():\n    g = [c for c in [1]]\n    return sorted(g)", [(0, 3)]),
    (("sorted", "max"), "def f(): return max([1])", [(1, 1)]),
    (("sorted",), "def f(): return len([])", []),
    (("sorted",), "def f(): return list(map(__builtins__['sor' + 'ted'], [[1]]))", [(0, 1)]),
    (("sorted",), "import gc\ndef f(): return [o for o in gc.get_referents(__builtins__) if repr(o).endswith('sorted>')][0]([1])", [(0, 2)]),
    ((".sort",), "def f(): return sorted([2, 1])", []),
    ((".sort",), "def f(): return sorted([[2], [1]], key=lambda l: l.sort() or 1)", [(0, 1)]),
    ((".sort",), "class C(list): pass\ndef f(): c = C('ab'); c.sort(); return 1", [(0, 2)]),
    (("list.sort", ".join"), "def f(): return [''.join([]), b''.join([])]", [(1, 1)]),
    (("math.sqrt",), "import math\ndef f(): return [vars(math)['trqs'[::-1]](4)]", [(0, 2)]),
    (("set",), "def f(): return len(set([1]))", [(0, 1)]),
    (("set",), "def f(): return {1}", []),
    (("set",), "class S(set): pass\ndef f(): return len(S([1]))", []),
    (("reversed", "enumerate", "zip"), "def f(): return [list(enumerate([])), list(zip([]))]", [(1, 1), (2, 1)]),
    (("sorted",), "import statistics\ndef f(): return statistics.median([2, 1, 3])", []),
    (("import json.tool", "import calendar"), "def f():\n    import calendar\n    return 1", [(1, 2)]),
    (("import datetime",), "import calendar\ndef f(): return 1", []),
    (("max",), "def max(l): return 1\ndef f(): return eval('max([1])')", []),
    (("max",), "def f(): return eval('max([1])')", [(0, 1)]),
    (("len",), "def f():\n    for i in range(100): len([])\n    return 1", [(0, 2)]),
    (("int", "str", "tuple", "type"), "def f(): return [int('1'), str(1), tuple([])]", [(0, 1), (1, 1), (2, 1)]),
]


class Audit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.zygote = Zygote()

    @classmethod
    def tearDownClass(cls):
        cls.zygote.close()

    def test_refused(self):
        for body in REFUSED:
            with self.subTest(body), Run(self.zygote) as run:
                self.assertEqual(run.load("def f():\n    " + body + "\n    return 1\n").kind, "V")
                reply = run.call("f")
                self.assertEqual((reply.kind, reply.builtin), ("E", "PermissionError"), reply)
                self.assertIn("not allowed here", reply.message)

    def test_own_hooks(self):
        """Refused without a word, as Python has it; those that are there stay."""
        with Run(self.zygote) as run:
            run.load("import sys\nl = []\nsys.addaudithook(lambda *a: l.append(a))\n"
                     "def f():\n    sys.audit('mine')\n    return len(l)\ndef g(): __import__('os').fork()\n")
            self.assertEqual(run.call("f").value, 0)
            self.assertEqual(run.call("g").builtin, "PermissionError")

    def test_honest(self):
        for text in HONEST:
            with self.subTest(text), Run(self.zygote) as run:
                reply = run.load(text)
                self.assertEqual(reply.kind, "V", reply)
                self.assertEqual(run.call("f").value, 1)

    def test_seen(self):
        for words, text, expected in SEEN_ROWS:
            with self.subTest(words=words, text=text), Run(self.zygote) as run:
                self.assertEqual(run.compile(text + "\n", watch=words).kind, "C")
                self.assertEqual(run.ask(LOAD).kind, "V")
                self.assertEqual(run.call("f").kind, "V")
                self.assertEqual(run.ask(SEEN).value, expected)

    def test_other_words(self):
        """A second answer in the same run brings words of its own; those of the first are gone."""
        with Run(self.zygote) as run:
            for words in (("sorted", "len"), ("max", "sorted")):
                run.compile("def f(): return sorted([len([])])\n", watch=words)
                run.ask(LOAD)
                run.call("f")
                self.assertEqual(run.ask(SEEN).value, [(i, 1) for i, word in enumerate(words) if word != "max"])

    def test_nothing_is_watched_for_others(self):
        """A run's words are its own: the next one starts without."""
        with Run(self.zygote) as run:
            run.compile("def f(): return sorted([1])\n", watch=("sorted",))
            run.ask(LOAD)
            run.call("f")
        with Run(self.zygote) as run:
            run.load("def f(): return sorted([1])\n")
            run.call("f")
            self.assertEqual(run.ask(SEEN).value, [])


if __name__ == "__main__":
    unittest.main()
