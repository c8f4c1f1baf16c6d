#!/usr/bin/python3
"""Each house rule refuses its bad snippets and lets its good ones pass: a rule that cannot fail is a defect."""
import unittest

import check_house


def body(lines):
    return "int f(void)\n{\n" + "\tg();\n" * lines + "}\n"


NESTED = "int f(void)\n{\n\tif (a) {\n\t\tfor (;;) {\n\t\t\twhile (b) {\n\t\t\t\tif (c) {\n%s\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n}\n"

# rule: [(path, text, number of findings)]
CASES = {
    "file-size": [
        ("base/src/a.c", "\n" * 600, 1),
        ("base/src/a.h", "\n" * 600, 1),
        ("base/src/a.c", "\n" * 599, 0),
        ("docs/a.md", "\n" * 900, 0),
    ],
    "function-size": [
        ("base/src/a.c", body(78), 1),
        ("base/src/a.c", body(77), 0),
        ("base/src/a.c", "static const int rows[] = {\n" + "1,\n" * 200 + "};\n", 0),
        ("base/src/a.c", "#define LOOP(x) \\\n\tfor (x) {\n" + body(10) * 20, 0),
        ("base/src/a.c", "int f(int a)\n\t__attribute__((cold))\n{\n" + "\tg(\"}\"); /* } */\n" * 80 + "}\n", 1),
    ],
    "nesting": [
        ("base/src/a.c", NESTED % "\t\t\t\t\tif (d) {\n\t\t\t\t\t}\n", 1),
        ("base/src/a.c", NESTED % "\t\t\t\t\tstruct point p = { 1, { 2 } };\n", 0),
        ("base/src/a.c", NESTED % "\t\t\t\t\tuse((struct point){ 1, 2 });\n", 0),
        ("base/src/a.c", NESTED % "\t\t\t\t\tdo {\n\t\t\t\t\t} while (x);\n", 1),
        ("base/src/a.c", NESTED % "\t\t\t\t\tsomething();\n", 0),
    ],
    "header-size": [
        ("base/include/base/a.h", "\n" * 120, 1),
        ("base/include/base/a.h", "\n" * 119, 0),
        ("base/src/a.h", "\n" * 300, 0),
    ],
    "forbidden-calls": [
        ("base/src/a.c", "void f(char *p)\n{\n\tstrcpy(p, q);\n}\n", 1),
        ("base/src/a.c", "void f(char *p)\n{\n\tsprintf (p, q);\n\tn = atoi(p) + rand();\n}\n", 3),
        ("base/src/a.c", "void f(char *p)\n{\n\tassert(p);\n}\n", 1),
        ("tests/unit/a.c", "void f(char *p)\n{\n\tassert(p);\n}\n", 0),
        ("base/src/a.c", "/* strcpy(a, b) */\nstatic_assert(1);\nconst char *s = \"system(x)\";\nint x = my_system(2);\n", 0),
        ("base/src/a.c", "int f(struct door *door)\n{\n\treturn door->system(1) + door->vtable.rand();\n}\n", 0),
    ],
    "silent-floors": [
        ("base/src/a.c", "void f(void)\n{\n\tprintf(\"x\");\n}\n", 1),
        ("graders/a/a.c", "void f(void)\n{\n\tfprintf(stderr, \"x\");\n\texit(1);\n}\n", 2),
        ("engine/cli/src/a.c", "void f(void)\n{\n\tprintf(\"x\");\n\texit(1);\n}\n", 0),
        ("sandbox/src/a.c", "void f(void)\n{\n\t_exit(1);\n\tbuf_printf(b, \"x\");\n\tsnprintf(p, n, \"x\");\n}\n", 0),
    ],
    "walls": [
        ("base/src/a.c", "#include <Python.h>\n", 1),
        ("sandbox/src/a.c", "#  include \"Python.h\"\n", 1),
        ("sandbox/python/main.c", "#include <Python.h>\n", 0),
        ("engine/http/src/a.c", "#include <openssl/sha.h>\n", 1),
        ("base/src/id.c", "#include <openssl/sha.h>\n", 0),
        ("engine/store/src/a.c", "#include <sqlite3.h>\n", 0),
        ({"engine/store/src/a.c": "#include <sqlite3.h>\n", "engine/queue/src/b.c": "#include <sqlite3.h>\n"}, None, 1),
        ({"engine/http/src/a.c": "#include <microhttpd.h>\n", "engine/cli/src/b.c": "#include <microhttpd.h>\n"}, None, 1),
        ({"base/src/a.c": "#include <seccomp.h>\n", "base/src/b.c": "\n#include <seccomp.h>\n"}, None, 1),
        ({"base/src/a.c": "#include <gmp.h>\n", "base/src/b.h": "#include <gmp.h>\n"}, None, 1),
        ({"base/src/a.c": "#include <pcre2.h>\n", "base/src/b.c": "#include <pcre2.h>\n"}, None, 1),
    ],
    "names": [
        ("base/src/utils.c", "", 1),
        ("base/src/helpers/a.c", "", 1),
        ("base/common.py", "", 1),
        ("tests/misc.md", "", 1),
        ("base/src/a.h", "typedef struct point point;\n", 1),
        ("base/src/a.h", "typedef unsigned long handle_t;\n", 1),
        ("base/src/a.h", "struct point { int x; };\ntypedef int (*visit)(void *);\n", 0),
        ("base/src/commonality.c", "", 0),
    ],
    "globals": [
        ("base/src/a.c", "static int count;\n", 1),
        ("base/src/a.c", "int table[4] = { 1, 2 };\n", 1),
        ("base/src/a.c", "static const char *name = \"x\";\n", 1),
        ("base/src/a.c", "static struct point { int x; } origin = { 0 };\n", 1),
        ("base/src/a.c", "static int (*hook)(int) = f;\n", 1),
        ("base/src/a.c", "int f(void)\n{\n\tstatic int calls;\n\treturn calls++;\n}\n", 1),
        ("base/src/a.c", "_Thread_local int depth;\n", 1),
        ("base/src/a.c", "static const int count = 3;\nstatic const char *const names[] = { \"a\", \"b\" };\n", 0),
        ("base/src/a.c", "struct point { int x; };\nenum turn { LEFT };\nint f(int a, char *b);\nextern int errno_;\n", 0),
        ("base/src/a.c", "int f(void)\n{\n\tstatic const struct { const char *t; } rows[] = { { \"a\" } };\n\tint x = 0;\n\treturn x;\n}\n", 0),
        ("tests/unit/a.c", "static int count;\n", 0),
    ],
    "no-traces": [
        ("docs/a.md", "see /wo" + "rk/main\n", 1),
        ("base/src/a.c", "/* ../sha" + "red/style.md */\n", 1),
        ("scripts/test", "run fresh" + "-debian\n", 1),
        (".ci/run", "../sha" + "red/fresh" + "-debian\n", 0),
        ("docs/a.md", "the work of a shared run; network/stack\n", 0),
    ],
    "links": [
        ("README.md", "[the format](docs/none.md)\n", 1),
        ({"README.md": "[a](docs/a.md#part) [b](docs/) [c](https://example.org/x) [d](#here)\n", "docs/a.md": "[up](../README.md)\n"}, None, 0),
        ({"docs/a.md": "[here](README.md)\n", "README.md": ""}, None, 1),
        ("README.md", "```\n[x](none.md)\n```\n`[y](none.md)`\n", 0),
    ],
}


class HouseTest(unittest.TestCase):
    def test_each_rule_can_fail_and_can_pass(self):
        for rule, cases in CASES.items():
            for path, text, count in cases:
                tree = path if isinstance(path, dict) else {path: text}
                with self.subTest(rule=rule, path=path, text=(text or "")[:60]):
                    found = check_house.check(tree, [rule], [])
                    self.assertEqual(len(found), count, found)

    def test_every_rule_has_a_bad_and_a_good_case(self):
        self.assertEqual(set(CASES), set(check_house.RULES))
        for rule, cases in CASES.items():
            self.assertTrue(any(count for _, _, count in cases), rule)
            self.assertTrue(any(not count for _, _, count in cases), rule)

    def test_every_forbidden_function_is_seen(self):
        for name in check_house.FORBIDDEN_CALLS:
            tree = {"base/src/a.c": f"void f(void)\n{{\n\t{name}(x);\n}}\n"}
            self.assertEqual(len(check_house.check(tree, ["forbidden-calls"], [])), 1, name)

    def test_exceptions_need_a_reason_and_a_use(self):
        with self.assertRaises(ValueError):
            check_house.read_allowed("globals base/src/a.c:\n")
        with self.assertRaises(ValueError):
            check_house.read_allowed("no-such-rule base/src/a.c: a long enough reason\n")
        allowed = check_house.read_allowed("# why\nglobals base/src/*.c: a long enough reason\n")
        bad = {"base/src/a.c": "static int count;\n"}
        self.assertEqual(check_house.check(bad, ["globals"], allowed), [])
        stale = check_house.check({"base/src/a.c": ""}, ["globals"], allowed)
        self.assertEqual(len(stale), 1)
        self.assertIn("excuses nothing", stale[0][3])

    def test_places_are_exact(self):
        tree = {"base/src/a.c": "/* strcpy( */\n\nvoid f(void)\n{\n\tif (a) {\n\t\tstrcpy(p, q);\n\t}\n}\n"}
        self.assertEqual(check_house.check(tree, ["forbidden-calls"], [])[0][:2], ("base/src/a.c", 6))


if __name__ == "__main__":
    unittest.main()
