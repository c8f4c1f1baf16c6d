"""Whatever the student's code does to its own interpreter, a request gets one reply and honest Python works."""
import random
import unittest

from run_client import CALL, EVAL, HAS, LOAD, Ended, Run, Zygote

MUST_IMPORT = """abc array bisect calendar cmath collections collections.abc contextlib copy csv dataclasses datetime decimal
    enum fractions functools hashlib heapq io itertools json math numbers operator os pprint queue random re secrets statistics
    string struct sys textwrap time timeit traceback types typing unicodedata uuid warnings zlib""".split()
MUST_NOT_IMPORT = """_socket socket _posixsubprocess subprocess fcntl select syslog pwd grp faulthandler _ctypes ctypes mmap
    resource""".split()


class Session(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.zygote = Zygote()

    @classmethod
    def tearDownClass(cls):
        cls.zygote.close()

    def run_code(self, code, *args, prelude=None, **options):
        with Run(self.zygote) as run:
            self.assertEqual(run.load(code, prelude).kind, "V")
            return run.call("f", *args, **options)

    def test_has(self):
        with Run(self.zygote) as run:
            run.load("def f(): pass\nx = 3\nclass C: pass\nprint = 4\n")
            for name, expected in [("f", True), ("x", False), ("C", True), ("g", False), ("len", False), ("print", False), ("é", False)]:
                self.assertIs(run.ask(HAS, name).value, expected, name)

    def test_output_precedes_the_reply(self):
        with Run(self.zygote) as run:
            run.load("print('un', end='')\ndef f(x):\n    import sys\n    print(x, end='')\n    print('err', file=sys.stderr, end='')\n")
            self.assertEqual(run.output(), b"un")
            run.call("f", "é" * 3)
            self.assertEqual((run.output(), run.output(2)), ("unééé".encode(), b"err"))

    def test_lines_leave_at_once(self):
        with Run(self.zygote) as run:
            run.load("import os\ndef f():\n    print('avant')\n    os._exit(1)\n")
            with self.assertRaises(Ended):
                run.call("f")
            self.assertEqual(run.output(), b"avant\n")

    def test_input(self):
        with Run(self.zygote, stdin="un\nété\n".encode()) as run:
            run.load("def f(): return [input(), input()]\n")
            self.assertEqual(run.call("f").value, ["un", "été"])
            self.assertEqual(run.call("f").builtin, "EOFError")

    def test_program(self):
        with Run(self.zygote, stdin=b"4\n") as run:
            reply = run.load("import sys, __main__\nif __name__ == '__main__':\n    n = int(input())\n    print(n * 2, __main__.n)\n"
                             "    raise SystemExit(2)\n", program=True)
            self.assertEqual((reply.kind, reply.exit_code, run.output()), ("E", 2, b"8 4\n"))

    def test_module(self):
        code = "import sys\ndef f(): return [__name__, __file__, sys.modules['answer'] is sys.modules[f.__module__], __doc__, sys.argv]\n"
        self.assertEqual(self.run_code(code).value, ["answer", "answer.py", True, None, [""]])
        self.assertEqual(self.run_code("def f(): return [n for n in globals() if not n.startswith('_')]\n", prelude="p = 1\n").value, ["p", "f"])
        self.assertEqual(self.run_code("import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int = 1\ndef f(): return P().x\n").value, 1)

    def test_no_frame_of_ours(self):
        code = ("import sys, traceback\ndef f():\n    names = []\n    frame = sys._getframe()\n    while frame:\n"
                "        names.append(frame.f_code.co_name); frame = frame.f_back\n    return names\n"
                "def g(): return [s.name for s in traceback.extract_stack()]\n")
        with Run(self.zygote) as run:
            run.load(code)
            self.assertEqual(run.call("f").value, ["f"])
            self.assertEqual(run.call("g").value, ["g"])
            self.assertEqual(run.ask(EVAL, None, "f()").value, ["f", "<module>"])

    def test_hostile_to_the_interpreter(self):
        """Each leaves its interpreter in a state; the call after it still answers as it should."""
        cases = [
            "import sys; sys.settrace(lambda *a: 1/0)",
            "import sys; sys.setprofile(lambda *a: None)",
            "import sys; sys.modules.clear()",
            "import sys; sys.modules = None; sys.path = 3; del sys.stdout",
            "import sys; sys.stdout = None; sys.stderr = 3; sys.__stdout__ = None",
            "import sys; sys.stdout.close()",
            "import sys; sys.stdout.flush = sys.stderr.flush = lambda: 1/0",
            "import sys; sys.stdout.buffer.flush = lambda: sys.exit(3)",
            "import sys; sys.stdout = type('O', (), {'flush': lambda s: sys.exit(), 'write': lambda s, t: 0})()",
            "import sys; sys.stdout.detach()",
            "import builtins; builtins.__dict__.clear()",
            "import builtins; builtins.len = builtins.type = builtins.isinstance = builtins.tuple = None",
            "import builtins; builtins.compile = builtins.eval = builtins.exec = lambda *a: 'faux'",
            "import sys; sys.addaudithook(lambda *a: None)",
            "import sys; sys.setrecursionlimit(50)",
            "import sys; sys.excepthook = sys.unraisablehook = lambda *a: sys.exit(1)",
            "import gc; gc.disable(); gc.unfreeze()",
            "import gc; gc.set_threshold(1); gc.callbacks.append(lambda *a: 1/0)",
            "import os; os.close(1); os.close(2); os.close(0)",
            "import signal; signal.raise_signal = None; signal.signal(signal.SIGINT, lambda *a: 1/0)",
            "import random; random.seed = random.random = lambda *a: 0",
            "globals()['__builtins__'] = {}",
            "import warnings; warnings.simplefilter('error')",
            "import weakref; weakref.finalize(f, lambda: 1/0)",
            "import sys; sys.intern = None; sys.set_int_max_str_digits(640)",
            "import threading; threading.main_thread = None",
            "class K(str):\n        __hash__ = str.__hash__\n        def __eq__(s, o): 1/0\n    globals()[K('after')] = 1",
        ]
        for case in cases:
            with self.subTest(case), Run(self.zygote) as run:
                code = f"def f():\n    {case}\ndef after(x): return [x, {{1: 'é'}}]\ndef fails(x): return x[3]\n"
                self.assertEqual(run.load(code).kind, "V")
                self.assertIn(run.call("f").kind, "VE")
                if "settrace" in case:
                    self.assertEqual(run.call("after", 0).builtin, "ZeroDivisionError")
                self.assertEqual(run.call("after", (2.5, -3)).value, [(2.5, -3), {1: "é"}])
                self.assertEqual(run.call("fails", []).builtin, "IndexError")

    def test_pending_exceptions_are_replies(self):
        for raised in ["SystemExit(0)", "KeyboardInterrupt()", "GeneratorExit()", "BaseException('x')"]:
            with self.subTest(raised), Run(self.zygote) as run:
                self.assertEqual(run.load(f"def f(): raise {raised}\ndef g(): return 1\n").kind, "V")
                self.assertEqual(run.call("f").kind, "E")
                self.assertEqual(run.call("g").value, 1)
                self.assertEqual(run.load(f"raise {raised}\n").kind, "E")

    def test_memory(self):
        with Run(self.zygote) as run:
            run.load("l = []\ndef f():\n    while True: l.append('a' * 10 ** 6 + str(len(l)))\ndef g(): return 'a' * (6 << 20)\ndef h(): return 3\n")
            self.assertEqual(run.call("f").builtin, "MemoryError")
            self.assertEqual(run.call("h").value, 3)
            big = run.call("g")
            self.assertTrue(big.kind in "OE" or len(big.value) == 6 << 20)
            self.assertEqual(run.call("h", *["x" * 100000] * 40).builtin in ("MemoryError", "TypeError"), True)
            self.assertEqual(run.call("h").value, 3)

    def test_deep_recursion(self):
        cases = ["def f(): return f()\n", "class A:\n    def __repr__(self): return repr(self)\ndef f(): return repr(A())\n",
                 "def f():\n    x, y = [], []\n    for i in range(100000): x, y = [x], [y]\n    return x == y\n",
                 "def f():\n    x = []\n    for i in range(10 ** 6): x = [x]\n    return len(repr(x))\n",
                 "import json\ndef f():\n    return json.loads('[' * 100000)\n"]
        for code in cases:
            with self.subTest(code):
                self.assertEqual(self.run_code(code).builtin, "RecursionError")

    def test_seed(self):
        code = "import random\ndef f(): return [random.random(), random.randint(1, 10 ** 9), random.sample(range(100), 5), random.gauss(0, 1)]\n"
        for seed in (0, 42, 2**64 - 1):
            expected = random.Random(seed)
            expected = [expected.random(), expected.randint(1, 10**9), expected.sample(range(100), 5), expected.gauss(0, 1)]
            with Run(self.zygote, seed) as run:
                run.load(code)
                self.assertEqual(run.call("f").value, expected)

    def test_hashes(self):
        code = "def f(): return [hash('a'), hash(None), hash(float('nan')), hash(complex(0, float('nan'))), hash(1.5), hash(2 + 3j)]\n"
        seen = []
        for seed in (0, 0, 7):
            zygote = Zygote(seed)
            with Run(zygote) as run:
                run.load(code)
                seen.append(run.call("f").value)
            zygote.close()
        self.assertEqual(seen[0], seen[1])
        self.assertEqual(seen[0][1:], seen[2][1:])
        self.assertNotEqual(seen[0][0], seen[2][0])
        self.assertEqual(seen[0][4:], [hash(1.5), hash(2 + 3j)])

    def test_imports(self):
        with Run(self.zygote) as run:
            run.load("import importlib\ndef f(name): importlib.import_module(name)\n")
            for name in MUST_IMPORT:
                self.assertEqual(run.call("f", name).kind, "V", name)
            for name in MUST_NOT_IMPORT:
                reply = run.call("f", name)
                if name in ("_ctypes", "ctypes", "mmap", "resource"):
                    continue  # shared libraries: the sandbox refuses to map them, which is tested there
                self.assertEqual((reply.kind, reply.type), ("E", "ModuleNotFoundError"), name)
            self.assertEqual(run.ask(EVAL, "import sys", "[n for n in ('_ctypes', 'mmap', 'resource', 'site') if n in sys.modules]").kind, "V")

    def test_never_loaded(self):
        names = MUST_NOT_IMPORT + ["site", "sitecustomize"]
        with Run(self.zygote) as run:
            run.load("import sys\nloaded = list(sys.modules)\ndef f(): return [loaded, sys.path, sys.flags.isolated, sys.executable]\n")
            loaded, path, isolated, executable = run.call("f").value
            self.assertEqual([n for n in names if n in loaded], [])
            self.assertTrue(all(p.startswith("/usr/lib/python3.") for p in path), path)
            self.assertEqual((isolated, executable), (1, "/usr/bin/python3"))

    def test_runs_are_apart(self):
        for _ in range(3):
            with Run(self.zygote) as run:
                run.load("import math\nassert math.pi < 4\nmath.pi = 4\ncount = 0\ndef f():\n    global count\n    count += 1\n    return count\n")
                self.assertEqual(run.call("f").value, 1)

    def test_warnings_name_the_answer(self):
        with Run(self.zygote) as run:
            run.load("x = 3\nprint(x is 3)\n")
            self.assertIn(b"answer.py:2: SyntaxWarning", run.output(2))

    def test_unknown_requests_end_the_run(self):
        for kind in (0, 1, 3, 15, 24, 32, 2**31):
            with Run(self.zygote) as run, self.assertRaises(Ended):
                run.ask(kind)
        for args in [(), ("f",), ("f", (), None), ("f", [], None, True), (1, (), None, True), ("f", (), None, 1)]:
            with Run(self.zygote) as run, self.assertRaises(Ended):
                run.ask(CALL, *args)

    def test_load_again(self):
        with Run(self.zygote) as run:
            self.assertEqual(run.load("x = 1\ndef f(): return x\n").kind, "V")
            self.assertEqual(run.ask(LOAD).kind, "V")
            self.assertEqual(run.load("def f(): return 'x' in globals()\n").kind, "V")
            self.assertIs(run.call("f").value, False)


if __name__ == "__main__":
    unittest.main()
