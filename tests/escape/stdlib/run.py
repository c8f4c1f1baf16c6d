"""CPython's own tests of its library, in runs: what does not pass is a denial that stands in the reviewed list.

    run.py DENIALS.TSV HOLDER INTERPRETER [MODULE...]

Fails for whatever else fails, for a listed denial that no longer happens, for a module without tests. The list of
denials is one version's; with another Python each failure must still be of a kind that the list explains.
"""
import concurrent.futures
import fnmatch
import os
import re
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "posture"))
from holder import Holder  # noqa: E402

MARK = "\x1e"
SLOT = 51
MEMORY_MB, CPU_MS = 1024, 120000
SIDE_BY_SIDE = 2


class Review:
    """The list: kinds of denial with what they raise, modules, and the tests of each that are denied."""

    def __init__(self, path):
        self.version, self.tests, self.kinds, self.modules, self.denied = "", 0, {}, [], set()
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.startswith("#") or not line.strip():
                    continue
                what, *rest = line.rstrip("\n").split("\t")
                try:
                    getattr(self, "read_" + what)(*rest)
                except (AttributeError, TypeError) as error:
                    raise SystemExit("%s:%d: %s" % (path, number, error)) from error

    def read_version(self, version, tests):
        self.version, self.tests = version, int(tests)

    def read_kind(self, name, raised, _why):
        self.kinds[name] = re.compile(raised)

    def read_module(self, name):
        self.modules.append(name)

    def read_denied(self, module, test, kind):
        if module not in self.modules or kind not in self.kinds:
            raise TypeError("no such module or kind")
        self.denied.add((module, test, kind))

    def kind_of(self, raised):
        """The first that explains it: they stand in the order in which they are asked."""
        return next((name for name, pattern in self.kinds.items() if pattern.search(raised)), None)


def read_answer(answer):
    """(number of tests, [(test, what it raised)])"""
    if answer["end"] != "ok" or MARK not in answer["output"]:
        said = answer["exception"] or answer["errors"][-300:]
        return 0, [("(the run)", "%s: %s" % (answer["end"], said))]
    count, *rest = answer["output"].split(MARK)[1:]
    found = [line.split("\t") for line in rest]
    return int(count.split("\t")[0]), [(test, raised) for _, test, raised in found]


def ask(holder_program, interpreter, slot, modules):
    """{module: answer}, each module in a run of its own."""
    answers = {}
    with open(os.path.join(HERE, "inside.py"), encoding="utf-8") as file:
        text = file.read()
    with tempfile.NamedTemporaryFile("w+", suffix=".py", encoding="utf-8") as program, \
            Holder(holder_program, interpreter, slot) as holder:
        for module in modules:
            program.seek(0)
            program.truncate()
            program.write(text.replace("MODULE", module))
            program.flush()
            holder.start(MEMORY_MB, CPU_MS)
            answers[module] = holder.program(program.name)
            holder.end()
    return answers


def judge(review, answers, exact):
    """The findings, and how many tests ran."""
    happened, findings, total = set(), [], 0
    for module in sorted(answers):
        count, found = read_answer(answers[module])
        total += count
        if count == 0:
            findings.append("%s: no test ran" % module)
        for test, raised in found:
            kind = review.kind_of(raised)
            happened.add((module, test, kind))
            if kind is None or (exact and (module, test, kind) not in review.denied):
                findings.append("%s: %s: %s (%s)" % (module, test, raised, kind or "no denial"))
    if exact:
        gone = {row for row in review.denied if row[0] in answers} - happened
        findings += ["%s: %s: a listed denial (%s) that does not happen" % row for row in sorted(gone)]
    return findings, total


def main(path, holder, interpreter, *only):
    review = Review(path)
    exact = review.version == "%d.%d" % sys.version_info[:2]
    library = "/usr/lib/python%d.%d/test/" % sys.version_info[:2]
    modules = [module for module in review.modules if not only or any(fnmatch.fnmatch(module, o) for o in only)]
    if not exact:  # other versions have other modules
        modules = [module for module in modules if os.path.exists(library + module + ".py")
                   or os.path.isdir(library + module)]
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        parts = [pool.submit(ask, holder, interpreter, SLOT + i, modules[i::SIDE_BY_SIDE]) for i in range(SIDE_BY_SIDE)]
        answers = {module: answer for part in parts for module, answer in part.result().items()}
    findings, total = judge(review, answers, exact)
    if not only and total < review.tests:
        findings.append("%d tests instead of %d and more" % (total, review.tests))
    print("\n".join(findings + ["%d modules, %d tests, %d findings, %.1f s of processor time" % (
        len(answers), total, len(findings), sum(answer["cpu_us"] for answer in answers.values()) / 1e6)]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
