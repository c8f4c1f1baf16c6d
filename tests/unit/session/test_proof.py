"""Which answers may keep one run for several calls: most beginners' answers, and none that carries anything over."""
import contextlib
import glob
import os
import re
import tempfile
import unittest

from run_client import EVAL, Ended, Run, Zygote

HERE = os.path.dirname(os.path.abspath(__file__))
SMUGGLE = os.path.join(HERE, "..", "..", "escape", "smuggle")
CALLS = 6
# The interpreter that was built in, which is the system's in the tests.
PYTHON = tuple(int(part) for part in os.environ["BAREME_PYTHON_VERSION"].split(".")[:2])
PROVED = PYTHON < (3, 13)  # whose instructions the proof knows; on any other it must refuse all
UNKNOWN = "this version of Python is newer than the proof knows: %d.%d" % PYTHON

REFUSED = [
    ("n = 0\ndef f():\n    global n\n    n += 1\n", "stores a global: n (line 4)"),
    ("l = []\ndef f(): return l\n", "reads a module-level name that may change: l (line 2)"),
    ("def f(l=[]): return l\n", "a function with a default value that may change (line 1)"),
    ("def f(*, l={}): return l\n", "a function with a default value that may change (line 1)"),
    ("l = []\ndef f(x=(1, l)): return x\n", "a function with a default value that may change (line 2)"),
    ("class C: pass\n", "defines a class (line 1)"),
    ("def f(): f.n = 1\n", "sets an attribute: n (line 1)"),
    ("import random\n", "imports a module that is not in the list: random (line 1)"),
    ("import math\ndef f(): math.pi = 3\n", "sets an attribute: pi (line 2)"),
    ("import math\ndef f(): return math.__dict__\n", "uses a module's member that is not in the list: __dict__ (line 2)"),
    ("def f(x): return x.__class__\n", "uses an attribute that is not in the list: __class__ (line 1)"),
    ("def f(x): return id(x)\n", "uses a name that is not in the list: id (line 1)"),
    ("def f(x): return hash(x)\n", "uses a name that is not in the list: hash (line 1)"),
    ("def f(x): return undefined\n", "uses a name that is not in the list: undefined (line 1)"),
    ("def f(x, y): return x is y\n", "compares identities (line 1)"),
    ("def f():\n    try: return int('1')\n    except: return 2\n", "catches any exception, or has a finally (line 3)"),
    ("def f():\n    try: return g()\n    except Exception: return 2\n", None),
    ("def f():\n    try: return [0] * 10 ** 9\n    except MemoryError: return 2\n", None),
    ("def f():\n    try: return int('1')\n    except ValueError: return 3\n    except: return 2\n", None),
    ("def f():\n    try: return int('1')\n    finally: print('x')\n", None),
    ("E = [MemoryError]\ndef f():\n    try: return int('1')\n    except E[0]: return 3\n", None),
    ("def f(*e):\n    try: return int('1')\n    except e: return 3\n", "catches an exception that is not in the list (line 3)"),
    ("def f():\n    with open('x') as g: pass\n", None),
    ("async def f(): pass\n", None),
    ("def f(): yield from [1]\n", "uses yield from (line 1)"),
    ("def deco(g): return g\n@deco\ndef f(): return 1\n", None),
    ("memo = []\nf = memo.append\n", "a module-level name holds a function or an iterator that may carry state: f (line 2)"),
    ("g = (i for i in range(9))\ndef f(): return next(g)\n", None),
    ("def make():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    return g\nf = make()\n", None),
    ("def f(): return str(lambda: 0)\n", "makes texts (line 1) and a function or iterator goes out of sight (line 1)"),
    ("def f(): return f'{f}'\n", None), ("def f(): return '%s' % f\n", None), ("def f(): return '{}'.format(iter([]))\n", None),
    ("def f(): return '{0.append}'.format([])\n", "formats a text that may reach into objects (line 1)"),
    ("def f(s): return s.format([])\n", "formats a text that may reach into objects (line 1)"),
    ("def f(): return '{:{0.append}}'.format([])\n", "formats a text that may reach into objects (line 1)"),
    ("def f(): return str.format('{0.append}', [])\n", None), ("def f(): return '{}'.format_map({})\n", None),
    ("def f(): return repr([].append)\n", None), ("def f(): return str(enumerate([]))\n", None), ("def f(): return str([zip()])\n", None),
    ("def f(): return str(max(f, f, key=len))\n", None), ("def f():\n    g = map\n    return str(g(len, []))\n", None),
    ("def f(): return [str(g([])) for g in (enumerate,)]\n", None), ("def f():\n    def g(): yield 1\n    return repr(g())\n", None),
    ("def f(): return list({lambda: 0, lambda: 1})\n", "makes sets and a function or iterator goes out of sight (line 1)"),
    ("def f(): return list({ValueError(i) for i in range(9)})\n", "makes sets and an exception goes out of sight (line 1)"),
    ("def f(): return dict(key=lambda: 0).popitem(), str(1)\n", None), ("def f(s):\n    s.add(f)\n    return list(s)\n", None),
    ("def f(): return {f: 1}.keys() | {1: 2}.keys()\n", None),
    ("def f():\n    try: [].index(f)\n    except ValueError as e: return e.args[0]\n", None),
    ("def f(): raise ValueError(f)\n", None), ("def f(): return {}[f]\n", None),
    ("def f(): return type(enumerate([]))([1]), str(1)\n", "takes the type of a function, an iterator or an exception (line 1)"),
    ("def f(): return type('A', (), {})\n", "makes a class (line 1)"), ("def f(): return type(*[1, 2, 3])\n", None),
    ("def f(x): print(x, file=x)\n", "prints elsewhere: file (line 1)"), ("def f(x): print(x, **x)\n", None),
    ("def f():\n    def g():\n        try: yield 1\n        except ValueError: print('later')\n    next(g())\n",
     "a generator that catches exceptions (line 4)"),
    ("def f(): return str(type(type(1))('A', (), {})())\n", None), ("def f(x):\n    t = type(x)\n    return t(3)\n", None),
    ("def f(x): return type([int][0])('A', (), {})\n", None), ("def f(x): return [type(x)]\n", None), ("def f(x): return type(x)\n", None),
    ("if 0 > int('1'): type = 3\ndef f(): return str(type('A', (), {})())\n", "hides a built-in: type (line 2)"),
    ("map = 3\ndel map\ndef f(): return str(map(len, []))\n", "hides a built-in: map (line 3)"),
    ("ValueError = 3\ndel ValueError\ndef f(): return list({ValueError(i) for i in [1]})\n", None),
    ("E = ValueError\ndef f(): return list({E(i) for i in range(9)})\n", "gives an exception another name: E (line 1)"),
    ("f = lambda x, l=[]: l.append(x)\n", "a function with a default value that may change (line 1)"),
    ("l = []\nf = lambda: l\n", "reads a module-level name that may change: l (line 2)"),
    ("t = (1, [])\ndef f(): return t\n", "reads a module-level name that may change: t (line 2)"),
    ("x = 1\nx = [x]\ndef f(): return x\n", None), ("for x in [[1]]: pass\ndef f(): return x\n", None),
    ("a, b = 1, []\ndef f(): return b\n", None), ("import math as m\nm = [m]\ndef f(): return m\n", None),
    ("__builtins__ = {}\n", None), ("def f(): return __builtins__\n", None), ("def __getattr__(n): return n\n", None),
    ("from os import *\n", None), ("from math import __loader__\n", None), ("import os.path\n", None), ("from . import x\n", None),
    ("def f(): return globals()\n", None), ("def f(): exec('x = 1')\n", None), ("def f(): return getattr([], 'append')\n", None),
    ("def f(): return input()\n", None), ("def f(): return open('x')\n", None), ("def f(x): del x.y\n", None),
    ("if __name__ != '__main__':\n    import sys\n", None), ("if __name__ == 'answer':\n    import sys\n", None),
    ("import functools\n@functools.lru_cache\ndef f(): return 1\n", None),
    ("def f(x):\n    import typing\n    return typing.List\n", None),
]


def header(path, key):
    with open(path, encoding="utf-8") as file:
        return re.search(rf"^# {key}: *(.*)$", file.read(), re.M)[1]


class Proof(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # No sandbox stands around these runs: what they leave goes with the folder.
        cls.folder = tempfile.TemporaryDirectory(prefix="bareme-proof-")
        with contextlib.chdir(cls.folder.name):
            cls.zygote = Zygote()

    @classmethod
    def tearDownClass(cls):
        cls.zygote.close()
        cls.folder.cleanup()

    def compiled(self, text, prelude=None, program=False):
        with Run(self.zygote) as run:
            reply = run.compile(text, prelude, program)
            self.assertEqual(reply.kind, "C", reply)
            return reply

    def test_honest_answers(self):
        paths = sorted(glob.glob(os.path.join(HERE, "shareable", "*.py")))
        self.assertGreaterEqual(len(paths), 40)
        for path in paths:
            with self.subTest(os.path.basename(path)), open(path, encoding="utf-8") as file, Run(self.zygote) as run:
                text = file.read()
                reply = run.compile(text)
                self.assertEqual((reply.shareable, reply.why_not), (True, "") if PROVED else (False, UNKNOWN))
                self.assertEqual(run.load(text).kind, "V")
                first = run.ask(EVAL, None, header(path, "call"))
                self.assertIn(first.kind, "V", first)
                self.assertEqual(first.parts, run.ask(EVAL, None, header(path, "call")).parts)

    def test_refused(self):
        for text, why_not in REFUSED:
            with self.subTest(text):
                reply = self.compiled(text)
                self.assertFalse(reply.shareable)
                if why_not is not None or not PROVED:
                    self.assertEqual(reply.why_not, why_not if PROVED else UNKNOWN)
                self.assertNotRegex(reply.why_not, "understood|instruction .* is not in the list|no memory")

    def test_prelude_counts(self):
        self.assertEqual(self.compiled("def f(): return g() + N\n", prelude="N = 3\ndef g(): return 1\n").shareable, PROVED)
        self.assertFalse(self.compiled("def f(): return l\n", prelude="l = []\n").shareable)
        self.assertFalse(self.compiled("def f(): return len([])\n", prelude="def len(x, l=[]): return 0\n").shareable)
        self.assertFalse(self.compiled("def g(): global n; n = 1\n", prelude="def f(): return n\n").shareable)
        self.assertFalse(self.compiled("x = 1\n", program=True).shareable)

    def test_smugglers(self):
        paths = sorted(glob.glob(os.path.join(SMUGGLE, "*.py")))
        self.assertGreaterEqual(len(paths), 30)
        for path in paths:
            with self.subTest(os.path.basename(path)), open(path, encoding="utf-8") as file:
                self.smuggler(file.read(), header(path, "required"), header(path, "alone"))

    def smuggler(self, text, required, alone):
        shareable = self.compiled(text).shareable
        self.assertEqual("shared" if shareable else "apart", required if PROVED else "apart")
        seen = []
        with Run(self.zygote) as run:
            run.load(text)
            for number in range(CALLS):
                try:
                    reply = run.call("probe", number)
                except Ended:  # it imported something, and the next call is refused to it
                    break
                seen.append(reply.value if reply.kind == "V" else reply)
        if shareable:
            self.assertEqual(seen, [0] * CALLS)
            return
        # Refused, and rightly so: in one run it would have seen something.
        if alone == "sees" and required == "apart":
            self.assertTrue(any(count != 0 for count in seen), seen)
        fresh = []
        for number in range(CALLS):
            with Run(self.zygote) as run:
                run.load(text)
                fresh.append(run.call("probe", number).value)
        # Where the stack was laid out for 3.11, a newer one may be deep enough: then always.
        self.assertEqual(fresh, [fresh[0] if alone == "blind" and PYTHON > (3, 11) else 0] * CALLS)

    def test_imports_of_the_library(self):
        """What one call had the library import, the next would find imported: it is refused to it."""
        with Run(self.zygote) as run:
            text = "def f(name): return len('a'.encode(name))\n"
            self.assertEqual(run.compile(text).shareable, PROVED)
            if not PROVED:
                return  # no second call comes
            run.load(text)
            self.assertEqual([run.call("f", name).value for name in ("utf-8", "latin-1", "cp424")], [1, 1, 1])
            self.assertRaises(Ended, run.call, "f", "utf-8")

    def test_names(self):
        text = ("import math as m\nfrom os import path\nX = sorted([1])\ndef f(l):\n    l.sort()\n    return [max(l), m.pi, X]\n"
                "class C:\n    y = len\n    def g(self): self.z = eval\n")
        names = {(name, kind): line for name, kind, line in self.compiled(text).names}
        expected = {("math", "i"): 1, ("m", "d"): 1, ("os", "i"): 2, ("path", "j"): 2, ("path", "d"): 2, ("X", "d"): 3, ("sorted", "G"): 3,
                    ("f", "d"): 4, ("sort", "a"): 5, ("max", "g"): 6, ("m", "g"): 6, ("pi", "a"): 6, ("X", "g"): 6, ("C", "d"): 7,
                    ("len", "g"): 8, ("y", "m"): 8, ("z", "m"): 9, ("g", "m"): 9,
                    ("__module__", "m"): 7, ("__qualname__", "m"): 7, ("eval", "g"): 9, ("__name__", "g"): 7}
        if PYTHON >= (3, 13):  # what a class notes of itself
            expected |= {("__firstlineno__", "m"): 7, ("__static_attributes__", "m"): 9}
        self.assertEqual(names, expected)
        many = self.compiled("".join(f"a{i} = b{i}\n" for i in range(3000)))
        self.assertEqual(len(many.names), 2001)
        self.assertEqual(many.names[-1], ("", "!", 0))
        self.assertEqual(self.compiled("x = 1\n", prelude="import sys\n").names, [("x", "d", 1)])

    def test_large(self):
        """The proof's own cost is bounded."""
        for text in ["x = 1\n" * 200000, "def f(x):\n" + "    x = x + 1\n" * 100000, "".join(f"def f{i}(): return 1\n" for i in range(5000)),
                     "def f(x):\n" + "".join("    " * (i + 1) + "for a in x:\n" for i in range(19)) + "    " * 20 + "x = 1\n",
                     "x = " + "[" * 150 + "]" * 150 + "\n", "def f(x): return " + "(lambda: " * 60 + "x" + ")()" * 60 + "\n"]:
            with self.subTest(text[:30]):
                self.assertIn(self.compiled(text).kind, "C")


if __name__ == "__main__":
    unittest.main()
