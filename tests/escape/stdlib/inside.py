"""CPython's own tests of one module, run in a run: the text that run.py sends in, MODULE replaced."""
import importlib
import sys
import types
import unittest

MARK = "\x1e"
# What a run does not have, and the tests' own support imports for the few that start processes: it fails when used.
ABSENT = {"_posixsubprocess": ["fork_exec"], "select": ["select"], "_socket": [], "fcntl": ["fcntl"]}


def refuse(*_, **__):
    raise PermissionError(1, "Operation not permitted")


class Refused:
    __slots__ = ()

    def __init__(self, *_, **__):
        refuse()


def stand_in():
    for name, functions in ABSENT.items():
        module = sys.modules[name] = types.ModuleType(name)
        for function in functions:
            setattr(module, function, refuse)
    vars(sys.modules["_socket"]).update(socket=Refused, error=OSError, timeout=TimeoutError, AF_UNSPEC=0, AF_UNIX=1, AF_INET=2,
                                        AF_INET6=10, SOCK_STREAM=1, SOCK_DGRAM=2, IPPROTO_TCP=6,
                                        AI_PASSIVE=1, gaierror=OSError)
    files = importlib.import_module("test.support.os_helper")
    files._can_chmod = files._can_symlink = files._can_xattr = False  # it would try at import, on a read-only folder
    support = importlib.import_module("test.support")
    support.has_no_debug_ranges = lambda: False  # it asks a module for tests of CPython's inside


class Result(unittest.TestResult):
    """Each test that did not pass, once, with the last line of what it raised."""

    def __init__(self):
        super().__init__()
        self.found = []

    def note(self, kind, test, error):
        name = test.id() if hasattr(test, "id") else str(test)
        text = str(error[1]).strip().splitlines()
        said = "%s: %s" % (error[0].__name__, text[0] if text else "")
        self.found.append((kind, name, said.encode("ascii", "backslashreplace").decode().replace("\t", " ")))

    def addError(self, test, err):
        self.note("error", test, err)

    def addFailure(self, test, err):
        self.note("failure", test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note("failure" if issubclass(err[0], test.failureException) else "error", test, err)

    def addUnexpectedSuccess(self, test):
        self.found.append(("failure", test.id(), "unexpected success"))


def suite_of(*parts):
    """What test_main() hands to test.support.run_unittest(): names of modules, suites or classes."""
    loader, suite = unittest.defaultTestLoader, unittest.TestSuite()
    for part in parts:
        if isinstance(part, str):
            suite.addTest(loader.loadTestsFromModule(sys.modules[part]))
        elif isinstance(part, type):
            suite.addTest(loader.loadTestsFromTestCase(part))
        else:
            suite.addTest(part)
    return suite


def run(module):
    result = Result()
    try:
        stand_in()
        importlib.import_module("test.support").run_unittest = lambda *parts: suite_of(*parts).run(result)
        tests = importlib.import_module("test." + module)
        if hasattr(tests, "test_main"):
            tests.test_main()
        else:
            unittest.defaultTestLoader.loadTestsFromModule(tests).run(result)
    except BaseException as error:
        result.note("error", "(the module)", (type(error), error, None))
    lines = [(str(result.testsRun), str(len(result.skipped)))] + sorted(set(result.found))
    sys.__stdout__.write(MARK + MARK.join("\t".join(line) for line in lines))
    sys.__stdout__.flush()


run("MODULE")
