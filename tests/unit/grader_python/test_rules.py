"""What a question forbids or requires: (rule, answer, what the report says of it), with the real sandbox.

An answer is a whole text that defines f, or else the body of f(l).
What is said is a list of words that must stand in the remarks, in this order; [] when nothing may be said.
"""
import json
import unittest
from marking import Case, drive, function, program

TESTS = [{"call": "f([3, 1, 2])", "returns": "[1, 2, 3]"}]
REFERENCE = "def f(l):\n    r = list(l)\n    for i in range(len(r)):\n        for j in range(i):\n            if r[i] < r[j]: r[i], r[j] = r[j], r[i]\n    return r\n"
OWN = "    r = []\n    for x in l:\n        i = 0\n        while i < len(r) and r[i] < x: i += 1\n        r.insert(i, x)\n    return r\n"

# ---- must be seen: forbid sorted and .sort ----

SORTED = {"calls": ["sorted", ".sort"]}
SORTED_SEEN = [
    # the name itself
    "return sorted(l)",
    "l.sort(); return l",
    "g = sorted\n    return g(l)",
    "return list.sort(l) or l",
    "return type(l).sort(l) or l",
    "return [g(l) for g in [sorted]][0]",
    "return next(map(sorted, [l]))",
    "from builtins import sorted as s\ndef f(l): return s(l)",
    "import builtins\ndef f(l): return builtins.sorted(l)",
    "import builtins as b\ndef f(l): return b.sorted(l)",
    "from builtins import *\ndef f(l): return sorted(l)",
    "def f(l, g=sorted): return g(l)",
    "@sorted\ndef f(l): return l",
    "def g(h): return lambda l: sorted(l)\n@g\ndef f(l): return l",
    "return (g := sorted)(l)",
    "return f'{sorted(l)}'",
    "return (lambda: sorted(l))()",
    "class C:\n    g = sorted\ndef f(l): return C.g(l)",
    "class C(list): pass\ndef f(l):\n    c = C(l)\n    c.sort()\n    return list(c)",
    "class C(list):\n    def g(self): super().sort(); return list(self)\ndef f(l): return C(l).g()",
    "match l:\n        case list(sort=s):\n            s()\n    return l",
    "return {'a': sorted}['a'](l)",
    "import functools\ndef f(l): return functools.partial(sorted, l)()",
    "from functools import reduce\ndef f(l): return reduce(lambda a, g: g(a), [sorted], l)",
    "try: raise KeyError\n    except KeyError: return sorted(l)",
    "return ｓｏｒｔｅｄ(l)",  # full width: Python reads it as sorted
    "return 𝓈𝓸𝓇𝓽𝑒𝓭(l)",
    "l.ſort(); return l",  # the long s
    "def g(l): return l\ng.h = sorted\ndef f(l): return g.h(l)",
    "global g\n    g = sorted\n    return g(l)",
    # a name of its own that is not one
    "s = sorted\ndef sorted(l): return l\ndef f(l): return s(l)",
    "sorted = sorted\ndef f(l): return sorted(l)",
    "if 0:\n    def sorted(l): return l\ndef f(l): return sorted(l)",
    "def sorted(l): return l\ndel sorted\ndef f(l): return sorted(l)",
    "for sorted in []: pass\ndef f(l): return sorted(l)",
    "class C:\n    def sort(self): pass\ndef f(l):\n    l.sort()\n    return l",
    "class C: pass\nC.sort = 1\ndef f(l): list.sort(l); return l",
    # by a text that is written out
    "getattr(l, 'sort')(); return l",
    "getattr(l, 'so' 'rt')(); return l",
    "import operator\ndef f(l): operator.methodcaller('sort')(l); return l",
    "from operator import attrgetter\ndef f(l): attrgetter('sort')(l)(); return l",
    "return __import__('builtins').sorted(l)",
]

# Names of its own that never come to be, and the library's code calls what it was given.
NO_SORTED = "for sorted in []: pass\n"
NO_SORT = "class A: sort = None\n"
SORTED_SEEN += [NO_SORTED + row for row in (
    "f = sorted",
    "import functools\nf = functools.partial(sorted)\n# def f(l)",
    "import functools\nclass C(list): s = functools.cached_property(sorted)\ndef f(l): return C(l).s",
    "import functools\nclass C(list): s = functools.partialmethod(sorted)\ndef f(l): return C(l).s()",
    "import types\nclass C(list): s = types.DynamicClassAttribute(sorted)\ndef f(l): return C(l).s",
    "import contextlib\n@contextlib.contextmanager\ndef g(): yield\ndef f(l): return g()(sorted)(l)",
    "import weakref\ndef f(l): return weakref.finalize(f, sorted, l)()",
    "import copy\nclass K:\n    def __init__(self, l): self.l = l\n    def __reduce__(self): return sorted, (self.l,)\ndef f(l): return copy.copy(K(l))",
    "import copy\nclass K(list): __copy__ = sorted\ndef f(l): return copy.copy(K(l))",
    "import copyreg, copy\nclass K(list): pass\ncopyreg.pickle(K, lambda k: (sorted, (list(k),)))\ndef f(l): return copy.copy(K(l))",
    "import json\nclass E(json.JSONEncoder): default = staticmethod(sorted)\ndef f(l): return json.loads(E().encode(set(l)))",
    "import json\ndef f(l): return json.JSONDecoder(object_pairs_hook=sorted).decode('{}') or l",
    "import heapq\ndef f(l): return heapq.nsmallest(1, [l], key=sorted) and l",
    "import contextlib, functools\ndef f(l):\n    class C: close = functools.partial(sorted, l)\n    with contextlib.closing(C): return l",
    "import textwrap\nclass W(textwrap.TextWrapper):\n    _split = staticmethod(sorted)\n    _wrap_chunks = staticmethod(lambda l: l)\n"
    "    _munge_whitespace = staticmethod(lambda l: l)\ndef f(l): return W().wrap(l)",
)]
SORTED_SEEN += [NO_SORT + row for row in (
    "import heapq\ndef f(l): heapq.nsmallest(1, [l], key=list.sort); return l",
    "import contextlib\ndef f(l):\n    class C: close = l.sort\n    with contextlib.closing(C): return l",
    "import functools\nclass C(list): s = functools.cached_property(list.sort)\ndef f(l): C(l).s; return l",
    "import weakref\ndef f(l): weakref.finalize(f, l.sort)(); return l",
    "def f(l):\n    class K(list): __del__ = list.sort\n    K(l)\n    return l",
)]
SORTED_DYNAMIC = [
    # by a text that is made: what could reach it counts
    ("return getattr(__import__('builtins'), 'sor' + 'ted')(l)", "getattr"),
    ("getattr(l, 'so' + 'rt')(); return l", "getattr"),
    ("g = getattr\n    g(l, 'sort')(); return l", "getattr"),
    ("getattr(*[l, 'sort'])(); return l", "getattr"),
    ("return __builtins__['sorted'](l)", "__builtins__"),
    ("return __builtins__['detros'[::-1]](l)", "__builtins__"),
    ("return globals()['__builtins__']['sorted'](l)", "globals"),
    ("vars(list)['sort'](l); return l", "vars"),
    ("list.__dict__['so' + 'rt'](l); return l", "__dict__"),
    ("return eval('sor' + 'ted')(l)", "eval"),
    ("exec('l.so' + 'rt()'); return l", "exec"),
    ("return eval(compile('sor' + 'ted(l)', 'x', 'eval'))", "eval"),
    ("return print.__self__.__dict__['sor' + 'ted'](l)", "__dict__"),
    ("b = print.__self__\n    return b.sort_ed(l) if 0 else l", "__self__"),
    ("return f.__globals__['detliub'[::-1]]['sor' + 'ted'](l)", "__globals__"),
    ("return f.__builtins__['sor' + 'ted'](l)", "__builtins__"),
    ("import sys\ndef f(l): return sys.modules['builtins'].__dict__['sor' + 'ted'](l)", "modules"),
    ("import sys\ndef f(l): return sys._getframe().f_builtins['sor' + 'ted'](l)", "_getframe"),
    ("import functools\nfrom sys import modules as m\ndef f(l): return functools.singledispatch(m['builtins'].sorted)(l)", "sys.modules"),
    ("import functools\nfrom typing import get_type_hints as h\ndef g(x: 'sorted'): pass\n"
     "def f(l): return functools.singledispatch(h(g)['x'])(l)", "get_type_hints"),
    ("import functools, typing\ndef f(l):\n    r = typing.ForwardRef('sorted')\n"
     "    return functools.singledispatch(r._evaluate({}, {}, frozenset()))(l)", "ForwardRef"),
    ("import functools\nfrom typing import ForwardRef as R\n"
     "def f(l): return functools.singledispatch(R('sorted')._evaluate({}, {}, frozenset()))(l)", "ForwardRef"),
    ("import importlib\ndef f(l): return getattr(importlib.import_module('built' + 'ins'), 'sor' + 'ted')(l)", "importlib"),
    ("import gc\ndef f(l): return [o for o in gc.get_objects() if 'sorted' in str(o)[:30]]", "gc"),
    ("import operator\ndef f(l): operator.methodcaller('so' + 'rt')(l); return l", "methodcaller"),
    ("object.__getattribute__(l, 'so' + 'rt')(); return l", "__getattribute__"),
    ("g = [c for c in object.__subclasses__() if c.__name__ == 'list'][0]\n    return g(l)", "__subclasses__"),
    ("import pickle\ndef f(l): return pickle.loads(b'cbuiltins\\nsorted\\n.')(l)", "pickle"),
    ("import string\ndef f(l): string.Formatter().get_field('0.so' + 'rt', (l,), {})[0](); return l", "get_field"),
    ("import inspect\ndef f(l): return inspect.currentframe().f_builtins['sor' + 'ted'](l)", "inspect"),
    ("from pkgutil import resolve_name\ndef f(l): return resolve_name('builtins:sor' + 'ted')(l)", "resolve_name"),
    ("import functools\nclass A: sort = None\ndef f(l): functools.singledispatch(list.sort)(l); return l", "singledispatch"),
    ("from contextlib import ExitStack\nclass A: sort = None\ndef f(l):\n    with ExitStack() as s: s.callback(l.sort)\n    return l",
     "ExitStack"),
    ("import enum\ndef f(l): return min(enum.bltns.sorted(l))", "bltns"),
    ("import timeit\ndef f(l): timeit.timeit('l.so' + 'rt()', number=1, globals={'l': l}); return l", "timeit"),
    ("import types\ndef f(l): return types.FunctionType(f.__code__, {})(l)", "FunctionType"),
    ("def g(l): return l\ndef f(l): g.__code__ = f.__code__; return l", "__code__"),
]
SORTED_HONEST = [
    OWN,
    '"""Trie sans sorted() ni .sort()."""\n# sorted(l) serait trop facile, l.sort() aussi\ndef f(l):\n' + OWN,
    "print('sorted', \"l.sort()\")\n" + OWN,
    "sorted_l = []\n    sortie = 1\n" + OWN,
    "def sorted(l):\n" + OWN + "def f(l): return sorted(l)",
    "def f(l): return sorted(l)\ndef sorted(l):\n" + OWN,
    "sorted = []\ndef f(l):\n" + OWN,
    "def f(l):\n    sorted = list(l)\n    for i in range(len(sorted)):\n        for j in range(i):\n            if sorted[i] < sorted[j]: sorted[i], sorted[j] = sorted[j], sorted[i]\n    return sorted",
    "def f(sorted):\n    l = sorted\n" + OWN,
    "class Tri:\n    def __init__(self, l): self.l = l\n    def sort(self):\n        l = self.l\n" + OWN.replace("    ", "        ", 1).replace("\n    ", "\n        ") + "def f(l): return Tri(l).sort()",
    "class Tri:\n    def __init__(self): self.sort = 'bulles'\n    def nom(self): return self.sort\ndef f(l):\n    Tri().nom()\n" + OWN,
    "import statistics\ndef f(l):\n    statistics.median(l)\n" + OWN,  # which sorts by itself
    "import heapq\ndef f(l):\n    h = list(l)\n    heapq.heapify(h)\n    return [heapq.heappop(h) for _ in l]",
    "from collections import namedtuple\nP = namedtuple('P', 'x, sort')\ndef f(l):\n    P(1, 2).sort\n" + OWN,
    "from dataclasses import dataclass\n@dataclass(order=True)\nclass P:\n    sort: int\ndef f(l):\n    P(1).sort\n" + OWN,
    "from enum import Enum\nclass C(Enum):\n    A = 1\ndef f(l):\n    C.A\n" + OWN,
    "from functools import lru_cache\n@lru_cache(None)\ndef g(n): return n\ndef f(l):\n    g(1)\n" + OWN,
    "from typing import List, NamedTuple\nclass P(NamedTuple):\n    x: int\ndef f(l: List[int]) -> list:\n    P(1)\n" + OWN,
    "import random\ndef f(l):\n    random.shuffle(l); random.choice(l)\n" + OWN,
    "import re, json, copy\ndef f(l):\n    re.sub('a', 'b', 'a'); json.dumps({'b': 1, 'a': 2}, sort_keys=True); copy.deepcopy(l)\n" + OWN,
    "getattr(l, 'append')(0); l.pop()\n" + OWN,
    "isinstance(l, list); hasattr(l, 'sort')\n" + OWN,
    "d = {'sort': 1, 'sorted': 2}\n    d['sort'], d.get('sorted')\n" + OWN,
    "print(locals())\n" + OWN,
    "if __name__ == '__main__': print('essai')\ndef f(l):\n" + OWN,
    "n = 3\nif n > 2:\n    sorted = n\nelse:\n    sorted = 0\nprint(sorted)\ndef f(l):\n" + OWN,
    "def eval(n): return n\ndef compile(n): return n\ndef vars(n): return n\ndef f(l):\n    eval(1) + compile(1) + vars(1)\n" + OWN,
    "from operator import itemgetter\ndef f(l):\n    max([(1, 2)], key=itemgetter(1))\n" + OWN,
    "ѕorted = 1\ndef f(l):\n" + OWN,  # a Cyrillic letter: another name
    "from __future__ import annotations\ndef g(x: sorted): return x\ndef f(l):\n" + OWN,
    "try:\n        l.index(9)\n    except ValueError:\n        pass\n" + OWN,
    "class sorted: pass\ndef f(l):\n    sorted()\n" + OWN,
    # the library sorts by itself, for an answer that has names of its own like those
    "def sorted(l): return l\nimport collections, heapq, statistics, calendar\ndef f(l):\n    collections.Counter(l).most_common(); heapq.nlargest(9, l, key=len and abs)\n"
    "    statistics.quantiles(l); calendar.month(2024, 2); sorted(l)\n" + OWN,
    "class T:\n    def sort(self): return 1\nimport collections, heapq, functools\nclass C:\n    @functools.cached_property\n    def p(self): return T().sort()\ndef f(l):\n"
    "    C().p; T().sort(); heapq.nsmallest(2, [T()], key=T.sort); collections.Counter(l).most_common(2)\n" + OWN,
    "for sorted in [1]: pass\ndef f(l):\n    sorted + 1\n" + OWN,
]

OTHERS = [  # rule, answer, words of the remarks
    ({"calls": ["math.sqrt"]}, "import math\ndef f(l): return math.sqrt(4)", ["Ligne 2", "«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["math.sqrt"]}, "import math as m\ndef f(l): return m.sqrt(4)", ["«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["math.sqrt"]}, "from math import sqrt as r\ndef f(l): return r(4)", ["Ligne 1", "«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["math.sqrt"]}, "from math import *\ndef f(l): return sqrt(4)", ["«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["math.sqrt"]}, "import math\nm = math\ndef f(l): return m.sqrt(4)", ["«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["math.sqrt"]}, "m = __import__('math')\ndef f(l): return m.sqrt(4)", ["«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["math.sqrt"]}, "from math import pi\ndef sqrt(x): return x\ndef f(l): return sqrt(pi)", []),
    ({"calls": ["math.sqrt"]}, "import math\nclass C:\n    def sqrt(self): return math.pi\ndef f(l): return C().sqrt()", []),
    ({"calls": ["os.path.join"]}, "import os\ndef f(l): return os.path.join('a', 'b')", ["«\u00a0os.path.join\u00a0»"]),
    ({"calls": ["os.path.join"]}, "from os import path\ndef f(l): return path.join('a', 'b')", ["«\u00a0os.path.join\u00a0»"]),
    ({"calls": ["list.sort"]}, "def f(l): l.sort(); return l", ["«\u00a0list.sort\u00a0»"]),
    ({"calls": [".sort"]}, "def f(l): return sorted(l)", []),
    ({"calls": ["max"]}, "def f(l): max_value = l[0]; return max_value", []),
    ({"calls": ["set"]}, "def f(l): return list(set(l))", ["«\u00a0set\u00a0»"]),
    ({"calls": ["print", "input"]}, "def f(l): print(l)", ["«\u00a0print\u00a0»"]),
    ({"imports": ["math"]}, "import math\ndef f(l): return l", ["Ligne 1", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "from math import pi\ndef f(l): return l", ["«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "def f(l):\n    import math as m\n    return l", ["Ligne 2"]),
    ({"imports": ["math"]}, "def f(l): return __import__('math').pi", ["«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "def f(l): return __import__('ma' + 'th').pi", ["«\u00a0__import__\u00a0»"]),
    ({"imports": ["collections"]}, "from collections.abc import Sized\ndef f(l): return l", ["«\u00a0collections\u00a0»"]),
    ({"imports": ["math"]}, "import random, statistics\ndef f(l): math = 'import math'; return l", []),
    # a module that another one has in it: what the module gave is looked at, not what it is called
    ({"imports": ["math"]}, "import statistics\ndef f(l): return statistics.math.sqrt(4)", ["Ligne 2", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "import statistics as s, operator\ndef f(l): return operator.attrgetter('math')(s).sqrt(4)", ["«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "import random\ndef f(l): return random._floor(2.5)", ["Ligne 2", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "from random import _floor as g\ndef f(l): return g(2.5)", ["Ligne 1", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "import os\ndef f(l): return os.sys.modules['math'].sqrt(4)", ["«\u00a0modules\u00a0»"]),
    ({"imports": ["math"]}, "import statistics\ndef f(l):\n    match statistics:\n        case object(math=m): return m.sqrt(4)", ["Ligne 4", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "import statistics as s\nclass M(type(s)): pass\ns.__class__ = M\ndef f(l): return s.math.sqrt(4)", ["Ligne 4", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "import statistics as s\nclass M(type(s)):\n    def __getattr__(self, name): return 1\ns.__class__ = M\n"
     "def f(l): return s.math.sqrt(4) + s.other", ["Ligne 5", "«\u00a0math\u00a0»"]),
    ({"imports": ["math"]}, "import sys\ndef f(l): return sys.meta_path[0].load_module('math').sqrt(4)", ["«\u00a0meta_path\u00a0»"]),
    ({"imports": ["math"]}, "import json\ndef f(l): return json.__class__.__class__ and 1", []),
    ({"imports": ["math"]}, "import typing\ndef f(l): return typing.get_args(typing.List['__import__(\"math\")'])[0]._evaluate({}, {}, frozenset()).sqrt(4)",
     ["«\u00a0_evaluate\u00a0»"]),
    ({"imports": ["math"]}, "from statistics import math as m\ndef f(l): return m.sqrt(4)", ["Ligne 1", "«\u00a0math\u00a0»"]),
    ({"imports": ["time", "copy"]}, "from datetime import time\nfrom collections import abc as copy\ndef f(l): return time(1, 2)", []),
    ({"calls": ["math.sqrt"]}, "from statistics import math as m\ndef f(l): return m.sqrt(4)", ["«\u00a0math.sqrt\u00a0»"]),
    ({"calls": ["sorted"]}, "from os import sys as s\ndef f(l): return s.modules['builtins'].__class__ and l", ["«\u00a0modules\u00a0»"]),
    ({"imports": ["itertools"]}, "import random\ndef f(l): return list(random._accumulate(l))", ["«\u00a0itertools\u00a0»"]),
    ({"imports": ["itertools"]}, "from statistics import groupby\ndef f(l): return list(groupby(l))", ["«\u00a0itertools\u00a0»"]),
    ({"imports": ["collections"]}, "import statistics\ndef f(l): return statistics.Counter(l)", ["«\u00a0collections\u00a0»"]),
    ({"imports": ["os.path"]}, "import os\ndef f(l): return os.path.join('a', 'b')", ["«\u00a0os.path\u00a0»"]),
    ({"imports": ["random"]}, "import statistics\ndef f(l): return statistics.random.shuffle(l)", ["«\u00a0random\u00a0»"]),
    ({"imports": ["heapq"]}, "import _heapq\ndef f(l): return _heapq.heapify(l)", ["«\u00a0heapq\u00a0»"]),
    ({"imports": ["decimal"]}, "from _pydecimal import Decimal\ndef f(l): return l", ["«\u00a0decimal\u00a0»"]),
    ({"imports": ["csv"], "dynamic": "allow"}, "def f(l): exec('import _csv'); return l", ["«\u00a0csv\u00a0»"]),
    ({"calls": ["sorted"]}, "import dataclasses\ndef f(l): return dataclasses.inspect.currentframe().f_back or l", ["«\u00a0inspect\u00a0»"]),
    ({"imports": ["math"]}, "class C:\n    math = 1\n    def g(self): self.math = 3; return self.math\ndef f(l): return C().g() + C.math", []),
    ({"imports": ["math"]}, "import statistics, fractions, random\ndef f(l):\n    math = [statistics.mean(l), statistics.stdev(l), fractions.Fraction(1, 2), random.random()]\n"
     "    return math[0]", []),
    ({"imports": ["math"]}, "import types\nnotes = types.SimpleNamespace(math=12)\ndef f(l): return notes.math", []),
    ({"imports": ["math"]}, "math = 12\nfrom statistics import *\ndef f(l): return mean(l) + math", []),
    ({"imports": ["time", "copy", "string", "re", "code"]}, "import datetime, collections\ndef f(l):\n    [].copy(); {}.copy(); collections.Counter().copy()\n"
     "    return datetime.time(1, 2), datetime.datetime(1, 1, 1).time()", []),
    ({"imports": ["random", "os", "threading", "_bisect", "_thread", "_operator"]}, "import secrets, bisect, operator, functools\ndef f(l):\n"
     "    return secrets.choice(l), bisect.bisect(l, 1), operator.add(1, 2), functools.reduce(operator.mul, l)", []),
    ({"imports": ["json.decoder", "io", "types"]}, "import json, builtins, enum\ndef f(l): return json.JSONDecoder, builtins.open, enum.Enum", []),
    # two words for one function
    ({"calls": ["max", "builtins.max"], "dynamic": "allow"}, "def f(l): return eval('ma' + 'x')(l)", ["«\u00a0max\u00a0»", "«\u00a0builtins.max\u00a0»"]),
    ({"calls": ["builtins.max", "max"]}, "for max in []: pass\nimport functools\nclass C(list): m = functools.cached_property(max)\ndef f(l): return C(l).m",
     ["«\u00a0builtins.max\u00a0»", "«\u00a0max\u00a0»"]),
    ({"calls": [".sort", "list.sort"], "dynamic": "allow"}, "def f(l): getattr(l, 'tros'[::-1])(); return l", ["«\u00a0.sort\u00a0»", "«\u00a0list.sort\u00a0»"]),
    ({"calls": ["sum", "dict", "tuple", "int"]}, "import statistics, dataclasses, enum\n@dataclasses.dataclass\nclass P:\n    x: 'float' = 1\n"
     "class E(enum.IntFlag):\n    A = 1\ndef f(l): return [statistics.mean(l), dataclasses.asdict(P()), dataclasses.astuple(P()), E.A | E.A]", []),
    ({"constructs": ["while", "for"]}, "def f(l):\n    for x in l:\n        while x: x -= 1\n    return l",
     ["Ligne 3", "une boucle while", "Ligne 2", "une boucle for"]),
    ({"constructs": ["loop"]}, "def f(l): return [x for x in l]", []),
    ({"constructs": ["loop"]}, "def f(l):\n    exec('for x in l: pass')\n    return l", ["«\u00a0exec\u00a0»"]),
    ({"constructs": ["loop"]}, "def f(l): return getattr(l, 'a' + 'b')", []),
    ({"constructs": ["comprehension"]}, "def f(l): return sum(x for x in l)", ["une compréhension"]),
    ({"constructs": ["lambda"]}, "def f(l): return (lambda: l)()", ["une lambda"]),
    ({"constructs": ["slice"]}, "def f(l): return l[::-1]", ["une tranche"]),
    ({"constructs": ["slice"]}, "def f(l): return l[-1]", []),
    ({"constructs": ["class", "try", "global"]}, "class C: pass\ndef f(l): return l", ["une classe"]),
    ({"constructs": ["recursion"]}, "def f(l):\n    return l if len(l) < 2 else f(l[1:])", ["Ligne 2", "la récursivité"]),
    ({"constructs": ["recursion"]}, "def g(l): return f(l[1:])\ndef f(l): return g(l) if l else l", ["la récursivité"]),
    ({"constructs": ["recursion"]}, "f = lambda l: l if len(l) < 2 else f(l[1:])", ["la récursivité"]),
    ({"constructs": ["recursion"]}, "class A:\n    def h(self): return 1 + self.fils.h()\ndef f(l): return l", ["la récursivité"]),
    ({"constructs": ["recursion"]}, "class P:\n    def append(self, x): self.l.append(x)\ndef g(x): return x\ndef f(l): return g(g(l))", []),
    ({"constructs": ["in"]}, "def f(l):\n    for x in l: pass\n    return 3 in l", ["Ligne 3", "le test «\u00a0in\u00a0»"]),
    ({"constructs": ["f-string"]}, "def f(l): return f'{l}'", ["une f-chaîne"]),
    ({"constructs": ["decorator"]}, "def g(h): return h\n@g\ndef f(l): return l", ["un décorateur"]),
    ({"calls": ["sorted"], "dynamic": "allow"}, "def f(l): return eval('1 + 2')", []),
    ({"calls": ["sorted"], "dynamic": "allow"}, "def f(l): return eval('sor' + 'ted(l)')", ["Ligne 1", "«\u00a0sorted\u00a0»", "pendant son exécution"]),
    ({"calls": ["sorted"], "dynamic": "allow"}, "def f(l): return eval('__builtins__')['detros'[::-1]](l)", ["pendant son exécution"]),
    ({"calls": [".sort"], "dynamic": "allow"}, "def f(l):\n    getattr(l, 'tros'[::-1])()\n    return l", ["Ligne 2", "«\u00a0.sort\u00a0»", "pendant son exécution"]),
    ({"calls": [".sort"], "dynamic": "allow"}, "def f(l): return sorted(l)", []),
    ({"calls": [".sort"], "dynamic": "allow"}, "def f(l):\n    def g():\n        k = [1]\n        getattr(k, 'tros'[::-1])()\n        yield 1\n    return sorted(g())",
     ["«\u00a0.sort\u00a0»"]),
    ({"calls": ["reversed"], "dynamic": "allow"}, "def f(l): return list(eval('__builtins__')['reve' + 'rsed'](l))", ["«\u00a0reversed\u00a0»"]),
    ({"calls": ["math.sqrt"], "dynamic": "allow"}, "def f(l): return __import__('htam'[::-1]).__dict__['trqs'[::-1]](4)", ["«\u00a0math.sqrt\u00a0»"]),
    ({"imports": ["csv"], "dynamic": "allow"}, "def f(l): exec('import csv'); return l", ["«\u00a0csv\u00a0»"]),
    ({"calls": ["sorted"], "dynamic": "allow"}, "import collections, dataclasses, enum\n@dataclasses.dataclass\nclass P:\n    sorted: int\n"
     "Q = collections.namedtuple('Q', 'sorted sort')\ndef f(l): return P(1).sorted + Q(1, 2).sort", []),
]

REQUIRED = [
    ({"constructs": ["recursion"]}, "def f(l): return l if len(l) < 2 else f(l[1:])", []),
    ({"constructs": ["recursion"]}, "def f(l): return l", ["ne contient pas", "la récursivité"]),
    ({"constructs": ["while"]}, "def f(l):\n    for x in l: pass\n    return l  # while", ["une boucle while"]),
    ({"constructs": ["function:carre", "class:Pile"]}, "def f(l): return carre(l)", ["«\u00a0carre\u00a0»", "«\u00a0Pile\u00a0»"]),
    ({"constructs": ["function:carre", "class:Pile"]}, "def carre(l): return l\nclass Pile: pass\ndef f(l): return l", []),
    ({"calls": ["carre"]}, "def carre(l): return l\ndef f(l): return carre(l)", []),
    ({"calls": ["carre"]}, "def carre(l): return l\ndef f(l): return 'carre(l)'", ["«\u00a0carre\u00a0»"]),
    ({"calls": [".append", "len"]}, "def f(l): l.append(len(l)); return l", []),
    ({"calls": ["math.sqrt"], "imports": ["math"]}, "from math import sqrt\ndef f(l): return sqrt(4)", []),
    ({"imports": ["math"]}, "def f(l): return 'import math'", ["«\u00a0math\u00a0»"]),
]


def whole(answer):
    """f stands at the first column of whole texts only."""
    is_whole = "def f(" in answer or "f = lambda" in answer
    return answer if is_whole else "def f(l):\n    " + answer.lstrip() + "\n"


def remarks(report):
    return [row for row in report["questions"][0]["feedback"] if row["code"].startswith(("forbidden", "required"))]


class Rules(Case):
    def said(self, rule, answers, key="forbid"):
        replies = drive(function(TESTS, solution=REFERENCE, **{key: rule}), [whole(answer) for answer in answers])
        self.assertEqual(len(replies), len(answers), replies[-1])
        for answer, reply in zip(answers, replies):
            self.assertIn("questions", reply, answer)
        return list(zip(answers, replies))

    def test_seen(self):
        self.assertGreaterEqual(len(SORTED_SEEN) + len(SORTED_DYNAMIC), 60)
        for answer, reply in self.said(SORTED, SORTED_SEEN):
            with self.subTest(answer=answer):
                self.assertTrue(any("sort" in row["fr"] for row in remarks(reply)), reply["questions"][0])

    def test_tests_that_evaluate(self):
        """A test's own code calls what the answer is. What a test itself uses is no use of the answer's, nor what the given code has."""
        given = "KEPT = [sorted]\ndef given(g, l): return (g or KEPT[0])(l)\ndef other(l): return KEPT[0](l)\n"
        rows = [("f = sorted", 1), ("import functools\nf = functools.partial(sorted)", 1),
                ("class C: __call__ = staticmethod(sorted)\nf = C()", 1),
                ("import contextlib\n@contextlib.contextmanager\ndef g(): yield\nf = g()(sorted)", 1),
                ("def f(l): return given(sorted, l)", 1), ("def f(l): return given(None, l)", 0), ("def f(l): return other(l)", 0),
                ("def f(l):\n" + OWN, 0)]
        for call, sorts in (("f([3, 1, 2][:])", False), ("sorted(f([3, 1, 2][:]))", True)):
            files = function([{"call": call, "returns": "[1, 2, 3]"}], solution=REFERENCE, files={"prelude.py": given}, forbid={"calls": ["sorted"]})
            for (answer, count), reply in zip(rows, drive(files, [NO_SORTED + answer for answer, _ in rows])):
                with self.subTest(call=call, answer=answer):
                    self.assertEqual(reply["questions"][0]["tests"][0]["outcome"], "passed", reply)
                    if not (sorts and count):  # the same call in a test that sorts by itself: doubt is the student's
                        self.assertEqual(len(remarks(reply)), count, reply["questions"][0])

    def test_dynamic(self):
        names = dict(SORTED_DYNAMIC)
        for answer, reply in self.said(SORTED, list(names)):
            rows = [row for row in remarks(reply) if row["code"] == "forbidden-dynamic"]
            with self.subTest(answer=answer):
                self.assertEqual(len(rows), 1, reply["questions"][0])
                self.assertIn("«\u00a0%s\u00a0»" % names[answer], rows[0]["fr"])

    def test_honest(self):
        self.assertGreaterEqual(len(SORTED_HONEST), 25)
        for answer, reply in self.said(SORTED, SORTED_HONEST):
            with self.subTest(answer=answer):
                self.assertEqual(remarks(reply), [])
                self.assertEqual(reply["questions"][0]["points"], "12", reply["questions"][0])

    def rows(self, rows, key):
        """The rows of one rule are marked together: a sandbox takes longer to open than an answer to be marked."""
        rules = {json.dumps(rule): rule for rule, _, _ in rows}
        for name, rule in rules.items():
            own = [row for row in rows if json.dumps(row[0]) == name]
            replies = self.said(rule, [answer for _, answer, _ in own], key)
            for (_, answer, words), (_, reply) in zip(own, replies):
                with self.subTest(rule=name, answer=answer):
                    self.check_words(words, "\n".join(row["fr"] for row in remarks(reply)))

    def check_words(self, words, text):
        at = -1
        for word in words:
            self.assertIn(word, text)
            self.assertGreater(text.index(word), at, text)
            at = text.index(word)
        self.assertEqual(bool(words), bool(text), text)

    def test_others(self):
        self.rows(OTHERS, "forbid")

    def test_required(self):
        self.rows(REQUIRED, "require")

    def test_caps(self):
        rows = [
            ({"forbid": {"calls": ["sorted"], "cap": "1/3"}}, "4", 1),
            ({"forbid": {"calls": ["sorted"], "cap": "0"}}, "0", 1),
            ({"require": {"constructs": ["while"]}}, "6", 1),
            ({"forbid": {"calls": ["sorted"]}, "require": {"constructs": ["while"], "cap": "1/4"}}, "3", 2),
            ({"forbid": {"calls": ["sorted"], "cap": "1/4"}, "require": {"constructs": ["while"]}}, "3", 2),
        ]
        for keys, points, count in rows:
            with self.subTest(keys=keys):
                report = self.mark(function(TESTS, solution=REFERENCE, **keys), "def f(l): return sorted(l)")
                self.assertEqual((report["points"], len(report["feedback"])), (points, count), report)

    def test_programs(self):
        question = program([{"stdin": "3\n1\n", "prints": "1\n3\n"}], solution="a=int(input());b=int(input())\nprint(min(a,b));print(max(a,b))\n",
                           forbid={"calls": ["sorted"]}, require={"constructs": ["if"]})
        rows = [("l = [int(input()), int(input())]\nfor x in sorted(l): print(x)\n", ["forbidden-construct", "required-syntax"]),
                ("l = [int(input()), int(input())]\nfor x in eval('sor' + 'ted')(l): print(x)\nif l: pass\n", ["forbidden-seen", "forbidden-dynamic"]),
                ("a = int(input())\nb = int(input())\nif a > b: a, b = b, a\nprint(a)\nprint(b)\n", [])]
        replies = drive(question, [answer for answer, _ in rows])
        for (answer, codes), reply in zip(rows, replies):
            with self.subTest(answer=answer):
                self.assertEqual([row["code"] for row in remarks(reply)], codes)

    def test_too_much_to_read(self):
        """What cannot be looked at whole is not taken for innocent."""
        question = function(TESTS, solution=REFERENCE, forbid={"constructs": ["while"]})
        for answer in ("def f(l): return l\n" + "".join("a%d = 1\n" % i for i in range(2500)),
                       "def f(l): return " + "-" * 2500 + "1\n"):
            with self.subTest(answer=answer[:60]):
                report = self.mark(question, answer)
                if report["verdict"] != "unreadable":
                    self.assertIn("forbidden-unread", [row["code"] for row in report["feedback"]])

    def test_authors(self):
        rows = [
            ("forbid", {}, "rule-empty", ""),
            ("forbid", {"calls": []}, "rule-empty", ""),
            ("forbid", {"constructs": ["boucle"]}, "unknown-construct", "/constructs/0"),
            ("forbid", {"constructs": ["for", "whyle"]}, "unknown-construct-near", "/constructs/1"),
            ("forbid", {"constructs": ["function:f"]}, "unknown-construct-near", "/constructs/0"),
            ("require", {"constructs": ["function:2f"]}, "not-identifier", "/constructs/0"),
            ("forbid", {"imports": ["a b"]}, "rule-module", "/imports/0"),
            ("require", {"imports": ["math"], "cap": 2}, "bad-cap", "/cap"),
            ("forbid", {"calls": ["max"], "dynamic": "perhaps"}, "unknown-choice", "/dynamic"),
            ("require", {"calls": ["max"], "dynamic": "allow"}, "unknown-key", "/dynamic"),
        ]
        for key, rule, code, place in rows:
            with self.subTest(rule=rule):
                reply = self.mark(function(TESTS, solution=REFERENCE, **{key: rule}), "x = 1")
                self.assertEqual([(row["code"], row["pointer"]) for row in reply.get("problems", [])],
                                 [(code, "/questions/0/%s%s" % (key, place))], reply)


if __name__ == "__main__":
    unittest.main()
