"""The library at work for an answer that has written none of the words: none is its use."""
import builtins
import itertools
import math
import operator
import re
import unittest
from run_client import LOAD, SEEN, Run, Zygote

# Builtin functions and classes, but for what a "class" statement calls by itself, and hash(), which code that
# dataclasses makes calls: such code bears the file name of a text that an answer executes.
BUILTINS = [name for name in dir(builtins) if name.islower() and not name.startswith("_")
            and name not in ("copyright", "credits", "exit", "quit", "license", "help", "super", "hash")]
METHODS = sorted({"." + name for kind in (list, dict, str, set) for name in dir(kind) if not name.startswith("_")} - {".append", ".get"})
DOTTED = ["%s.%s" % (module.__name__.lstrip("_"), name) for module in (math, operator, itertools) for name in dir(module)
          if not name.startswith("_") and callable(getattr(module, name))]
MODULES = ["import " + name for name in "abc array bisect code collections collections.abc contextlib copy datetime decimal enum "
           "errno fractions functools heapq io itertools json json.decoder keyword locale math numbers operator os os.path queue "
           "random re reprlib statistics string struct sys textwrap threading time types typing warnings weakref".split()]
AT_ONCE = 30  # there are wires for 32

AT_WORK = [  # each defines f()
    'import copy\nclass A:\n    def __init__(s): s.x=[1,{2:3},{4}]\n    def __eq__(s,o): return s.x==o.x\ndef f():\n'
    "    a=A(); copy.deepcopy(a); copy.copy(a); copy.copy([1]); copy.copy({1:2}); copy.deepcopy([(1,),b'a',{1}]); "
    'copy.copy(iter([1])); copy.deepcopy(a.__init__)\n    return 1\n',
    'import statistics\ndef f():\n    d=[1,2,3,4,5,4]\n'
    '    statistics.mean(d); statistics.median(d); statistics.mode(d); statistics.multimode(d); statistics.stdev(d); '
    'statistics.quantiles(d); statistics.fmean(d); statistics.harmonic_mean(d); statistics.geometric_mean(d); '
    'statistics.correlation(d,d); statistics.linear_regression(d,d); statistics.NormalDist(0,1).cdf(1); '
    'statistics.NormalDist.from_samples(d).samples(2); statistics.variance(d); statistics.pvariance(d)\n    return 1\n',
    'from fractions import Fraction as F\nfrom decimal import Decimal as D\ndef f():\n'
    "    a=F(1,3); a+a; a+0.5; a*2; 1-a; a//2; a%2; a**2; a<1; F('1/3'); F(0.5); F(D('0.5')); str(a); a.limit_denominator(5); -a; "
    "+a; a.__round__(2); a.__floor__(); a.__ceil__()\n    D(1).sqrt(); D('1.5').quantize(D(1)); str(D(2)/3)\n    return 1\n",
    'import collections as c\ndef f():\n'
    "    k=c.Counter('abca'); k.most_common(2); k.most_common(); k+k; k-k; k&k; k|k; k.update('a'); k.elements(); "
    "k.subtract('b'); repr(k); k.total(); k['a']; c.Counter(a=1)\n"
    "    P=c.namedtuple('P','x y'); p=P(1,2); p._replace(x=2); p._asdict(); P._make([1,2]); repr(p)\n"
    "    o=c.OrderedDict(a=1); o.move_to_end('a'); o.popitem(); repr(o); m=c.ChainMap({1:2},{3:4}); m[1]; [*m]; m.new_child(); repr(m)\n"
    '    u=c.UserList([3,1]); u.append(1); u.reverse(); u[0]; u.index(1); u.count(1); u+[1]\n'
    "    d=c.UserDict(a=1); d['b']=2; [*d]; d.copy(); w=c.UserString('abc'); w.upper(); w.join(['a']); c.deque([1],3).append(2)\n"
    '    return 1\n',
    'import json\nfrom collections import OrderedDict, defaultdict\ndef f():\n'
    "    d=defaultdict(list); d['a'].append(1); json.dumps(d); json.dumps(OrderedDict(a=[1,2.5,None,True,'é'])); "
    'json.dumps({\'b\':1,\'a\':[1]},indent=2,sort_keys=True); json.loads(\'{"a":[1,2.5,null,"x"]}\'); '
    "json.dumps([1],ensure_ascii=False); json.JSONEncoder(indent=1).encode({1:2}); json.dumps('é')\n    return 1\n",
    'import random\ndef f():\n'
    '    random.seed(1); l=[1,2,3]; random.shuffle(l); random.choice(l); random.sample(l,2); random.randint(1,3); '
    'random.randrange(3); random.uniform(1,2); random.gauss(0,1); random.choices(l,k=2); random.choices(l,weights=[1,2,3]); '
    'random.expovariate(1); random.random(); random.getstate(); random.Random(3).random(); random.triangular(); '
    'random.betavariate(1,2); random.normalvariate()\n    return 1\n',
    "import re\ndef f():\n    re.sub('(a)',r'\\1b','aa'); re.findall('[a-z]+','ab c'); re.split(',','a,b'); "
    "re.compile(r'(?P<n>\\d+)|x').match('12').groupdict(); re.escape('a.b'); re.search('a{2,}','aa'); "
    "re.sub('a',lambda m:m.group(),'a'); re.fullmatch('(?i)é','É')\n    return 1\n",
    "import enum\nclass C(enum.Enum):\n    A=enum.auto(); B=2\nclass G(enum.IntFlag):\n    X=1; Y=2\nclass S(enum.Enum):\n    P='p'\n"
    '    @classmethod\n    def _missing_(c,v): return c.P\n@enum.unique\nclass U(enum.Enum):\n    A=1\ndef f():\n'
    "    C(1); C['A']; [*C]; repr(C.A); G.X|G.Y; str(G.X|G.Y); ~G.X; S('z'); C.A.name; C.A.value; C.A in C; repr(G(3)); "
    "enum.Enum('Z','a b')\n    return 1\n",
    'from dataclasses import dataclass, field, asdict, astuple, replace\n@dataclass(order=True)\nclass P:\n    x:int=0\n'
    '    l:list=field(default_factory=lambda:[])\n@dataclass(frozen=True, slots=True)\nclass Q:\n    y:int=1\ndef f():\n'
    '    p=P(1); repr(p); asdict(p); astuple(p); replace(p,x=2); p<P(2); p==P(1); {Q(1):2}\n    return 1\n',
    'import functools as t, operator\n@t.lru_cache(None)\ndef g(n): return n\n@t.total_ordering\nclass O:\n    def __init__(s,n): s.n=n\n'
    '    def __lt__(s,o): return s.n<o.n\n    def __eq__(s,o): return s.n==o.n\n@t.singledispatch\ndef h(x): return 1\n@h.register(list)\n'
    'def _(x): return 2\nclass K:\n    @t.cached_property\n    def p(s): return 3\n    def q(s,a): return a\n    r=t.partialmethod(q,1)\n'
    'def deco(fn):\n    @t.wraps(fn)\n    def w(*a): return fn(*a)\n    return w\n@deco\ndef z(x): return x\ndef f():\n'
    '    g(1); O(1)>=O(2); h([]); h(1); K().p; K().r(); z(1); t.reduce(lambda a,b:a+b,[1,2]); t.partial(g,1)()\n    return 1\n',
    'import contextlib, io, sys\n@contextlib.contextmanager\ndef cm():\n    yield 1\n@cm()\ndef dec(): return 1\ndef f():\n'
    '    with cm(): pass\n    dec()\n    with contextlib.suppress(ValueError): raise ValueError\n'
    "    with contextlib.redirect_stdout(io.StringIO()): sys.stdout.write('a')\n    with contextlib.closing(io.StringIO()): pass\n"
    '    with contextlib.nullcontext(): pass\n    return 1\n',
    'import heapq, bisect\ndef f():\n'
    '    h=[3,1,2]; heapq.heapify(h); heapq.nsmallest(2,h); heapq.nlargest(2,h,key=lambda x:-x); heapq.nsmallest(1,h); '
    '[*heapq.merge([1],[2])]; [*heapq.merge([1],[2],reverse=True)]; bisect.insort(h,4); bisect.bisect(h,2,key=lambda x:x); '
    'heapq.nlargest(9,h)\n    return 1\n',
    'import datetime as d, calendar, time\ndef f():\n'
    "    x=d.datetime(2024,1,2); x.isoformat(); x.strftime('%d/%m'); d.datetime.strptime('2024-01-02','%Y-%m-%d'); "
    "d.date.fromisoformat('2024-01-02'); x+d.timedelta(1); d.time(1,2); repr(x); calendar.monthrange(2024,2); "
    'calendar.month(2024,2); calendar.TextCalendar().formatmonth(2024,1); calendar.isleap(2024); d.date.today(); '
    "time.strftime('%Y'); d.timezone.utc; x.replace(tzinfo=d.timezone.utc); calendar.HTMLCalendar().formatmonth(2024,1)\n    return 1\n",
    'import string, textwrap, difflib, pprint, reprlib\ndef f():\n'
    "    string.Template('$a').substitute(a=1); string.capwords('a b'); string.Formatter().format('{0!r:>5} {a}',1,a=2); "
    "textwrap.wrap('a b c d'*9,10); textwrap.dedent(' a'); textwrap.fill('a b'); textwrap.shorten('a b c d',5); "
    "difflib.get_close_matches('ab',['abc','x']); [*difflib.ndiff(['a'],['b'])]; [*difflib.unified_diff(['a'],['b'])]; "
    "pprint.pformat({'b':[1]*50,'a':{2}}); reprlib.repr([1]*50); difflib.SequenceMatcher(None,'ab','ac').ratio()\n    return 1\n",
    "import typing as t, abc, numbers, collections.abc as ca\nT=t.TypeVar('T')\nclass N(t.NamedTuple):\n    x:int=1\n"
    'class TD(t.TypedDict):\n    a:int\nclass G(t.Generic[T]):\n    pass\nclass Pr(t.Protocol):\n    def m(self): ...\n'
    '@t.runtime_checkable\nclass R(t.Protocol):\n    def m(self): ...\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def m(self): ...\n'
    'class B(A):\n    def m(self): return 1\nclass S(ca.Sequence):\n    def __len__(s): return 2\n    def __getitem__(s,i):\n'
    '        if i>1: raise IndexError\n        return i\nclass MM(ca.MutableMapping):\n    def __init__(s): s.d={}\n'
    '    def __len__(s): return 0\n    def __iter__(s): yield from s.d\n    def __getitem__(s,i): return s.d[i]\n'
    '    def __setitem__(s,i,v): s.d[i]=v\n    def __delitem__(s,i): del s.d[i]\n'
    'def g(x:t.Optional[int],y:t.List[str])->t.Dict[str,int]: ...\ndef f():\n'
    '    N(2); G[int](); B().m(); s=S(); [*s]; 1 in s; s.index(1); s.count(1); t.cast(int,1); t.get_type_hints(g); m=MM(); '
    "m.update(a=1); m.pop('a'); m.setdefault('b',1); m.items(); m.values(); m=={}; t.Union[int,str]; t.Callable[[int],str]\n    return 1\n",
    'import csv, io, itertools, array, struct, uuid, hashlib, base64, secrets, zlib\ndef f():\n'
    "    w=csv.DictWriter(io.StringIO(),['a']); w.writeheader(); w.writerow({'a':1}); [*csv.DictReader(io.StringIO('a,b\\n1,2'))]; "
    "csv.writer(io.StringIO()).writerows([[1]]); [*itertools.groupby([1,1])]; array.array('i',[1]).tolist(); "
    "hashlib.sha256(b'a').hexdigest(); base64.b64encode(b'a'); base64.b64decode('YQ=='); uuid.uuid5(uuid.NAMESPACE_DNS,'a'); "
    "csv.Sniffer().sniff('a,b\\n1,2')\n    return 1\n",
    'import unittest, logging, argparse, doctest, inspect, traceback, pickle, tempfile, pathlib, warnings, queue, timeit, ast, tokenize, gc, weakref, graphlib\n'
    "def f():\n    pickle.loads(pickle.dumps({'a':[1,{2}]})); ast.literal_eval('[1,{2:3}]'); argparse.ArgumentParser().parse_args([]); "
    "logging.getLogger('a').debug('x'); pathlib.PurePath('a/b').parent; queue.Queue().put(1); q=queue.PriorityQueue(); q.put(2); "
    'q.get(); weakref.WeakValueDictionary(); [*graphlib.TopologicalSorter({1:{2}}).static_order()]; inspect.signature(f); '
    "ast.dump(ast.parse('a=1')); ast.unparse(ast.parse('a=1')); traceback.format_exc(); inspect.getmembers(q)\n"
    "    with warnings.catch_warnings(): warnings.simplefilter('ignore'); warnings.warn('a')\n    return 1\n",
    'import xml.etree.ElementTree as E, html, html.parser, urllib.parse, shlex, fnmatch, configparser, colorsys, cmath, operator, sched, getopt, locale, gettext, platform, zoneinfo\n'
    'def f():\n    e=E.fromstring(\'<a><b x="1"/></a>\'); e.find(\'b\').attrib; E.tostring(e); html.escape(\'<\'); '
    "urllib.parse.urlparse('http://a/b?c=d'); urllib.parse.quote('é'); urllib.parse.urlencode({'a':1}); shlex.split('a b'); "
    "fnmatch.fnmatch('a','*'); c=configparser.ConfigParser(); c.read_string('[a]\\nb=1'); c['a']['b']; colorsys.rgb_to_hsv(1,0,0); "
    'operator.itemgetter(1)([1,2])\n    return 1\n',
]


def batches():
    for words in (BUILTINS, METHODS, DOTTED):
        step = AT_ONCE // (4 if words is METHODS else 2 if words is BUILTINS else 1)
        for i in range(0, len(words), step):
            yield words[i:i + step]
    yield MODULES


class Honest(unittest.TestCase):
    def test_library(self):
        zygote = Zygote()
        self.addCleanup(zygote.close)
        for text in AT_WORK:
            written = set(re.findall(r"\w+", text))
            for batch in batches():
                words = tuple(word for word in batch if re.split(r"[ .]", word)[-1] not in written)
                with self.subTest(text=text, words=words), Run(zygote) as run:
                    self.assertEqual(run.compile(text, watch=words).kind, "C")
                    reply = run.ask(LOAD)
                    self.assertEqual(reply.kind, "V", reply)
                    reply = run.call("f")
                    self.assertEqual(reply.kind, "V", reply)
                    self.assertEqual([words[i] for i, _ in run.ask(SEEN).value], [])


if __name__ == "__main__":
    unittest.main()
