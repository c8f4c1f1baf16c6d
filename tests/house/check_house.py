#!/usr/bin/python3
"""The house rules that no compiler checks.

    check_house.py ROOT                 every rule
    check_house.py ROOT --rule NAME     one rule (ctest runs them one by one)
    check_house.py --list               the names of the rules

A rule takes the whole tree as {path: text} and yields (path, line, message).
Exceptions stand in allowed.txt, each with its reason; one that no longer
excuses anything is itself a finding. Reading C here is a heuristic (comments
and strings blanked, braces counted), good enough for code that clang-format
has laid out, and tested by test_check_house.py with a bad snippet per rule.
"""
import fnmatch
import os
import re
import sys

FILE_LINES = 600
FUNCTION_LINES = 80
NESTING = 5
HEADER_LINES = 120

FORBIDDEN_CALLS = ("strcpy strcat sprintf vsprintf gets strtok atoi atol atoll system popen alloca "
                   "mktemp tmpnam rand srand").split()
# Header -> where it may be included: a folder (ends in /), a file, or None: any one file, but only one.
WALLS = {
    "Python.h": "sandbox/python/",
    "sqlite3.h": None,
    "microhttpd.h": None,
    "seccomp.h": None,
    "gmp.h": None,
    "flint/": "graders/exact/",
    "pcre2.h": None,
    "md4c-html.h": None,
    "md4c.h": None,
    "openssl/": "base/src/id.c",
}
# Where printing and exiting is somebody's job: the top floor, the interpreter's own program, the tests.
MAY_SPEAK = ("engine/cli/", "engine/bareme/", "engine/http/", "sandbox/python/", "tests/")
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "misc"}

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__"}
TEXT_SUFFIXES = (".c", ".h", ".md", ".txt", ".cmake", ".py", ".json", ".sh", ".html", ".css", ".yaml", ".yml",
                 ".sql", ".ts", ".in", ".ans", ".1", ".supp")


def read_tree(root):
    tree = {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith("build-"))
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), root)
            if name in SKIPPED_FOLDERS:  # .git is a file where the tree is a linked one
                continue
            if not name.endswith(TEXT_SUFFIXES) and "." in name[1:]:
                continue
            try:
                with open(os.path.join(root, path), encoding="utf-8") as file:
                    tree[path] = file.read()
            except (UnicodeDecodeError, OSError):
                pass  # not a text, or gone meanwhile
    return tree


def c_files(tree):
    return [(path, text) for path, text in tree.items() if path.endswith((".c", ".h"))]


# ---- reading C ----

TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)


def blank(text):
    """The code with comments emptied and literals hollowed out; lines stay where they were."""
    def hollow(match):
        token = match.group()
        if token[0] == "/":
            return re.sub(r"[^\n]", " ", token)
        return token[0] + re.sub(r"[^\n]", " ", token[1:-1]) + token[-1]
    return TOKEN.sub(hollow, text)


def without_preprocessor(code):
    lines, continued = code.split("\n"), False
    for i, line in enumerate(lines):
        directive = continued or line.lstrip().startswith("#")
        continued = directive and line.rstrip().endswith("\\")
        if directive:
            lines[i] = ""
    return "\n".join(lines)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def matching(code, offset, opening="{", closing="}"):
    depth = 0
    for i in range(offset, len(code)):
        if code[i] == opening:
            depth += 1
        elif code[i] == closing:
            depth -= 1
            if depth == 0:
                return i
    return len(code) - 1


def opening_word(code, offset):
    """The word before the parenthesis that the ')' at offset closes: 'if', 'for', a function's name, or ''."""
    depth, i = 0, offset
    while i >= 0:
        depth += {")": 1, "(": -1}.get(code[i], 0)
        if depth == 0:
            break
        i -= 1
    word = re.search(r"(\w+)\s*$", code[max(0, i - 80):max(i, 0)])
    return word.group(1) if word else ""


def is_block(code, offset):
    """Does the '{' at offset open a block, rather than an initialiser or a compound literal?"""
    before = code[:offset].rstrip()
    if not before or before[-1] in ";{}:":
        return True
    if before[-1] == ")":
        return opening_word(before, len(before) - 1) not in ("", "return", "sizeof", "case")
    return re.search(r"\b(else|do)$", before) is not None


def top_level(code):
    """Yields (kind, start, end, text) for what stands at depth 0: 'function' bodies and 'declaration's."""
    start, i, flat = 0, 0, []
    while i < len(code):
        char = code[i]
        if char == "{":
            end = matching(code, i)
            head = "".join(flat)
            if re.search(r"\)\s*(__attribute__\s*\(\(.*\)\)|\w+)?\s*$", head, re.S) and "=" not in head.split("(")[0]:
                yield "function", i, end, head
                flat, start = [], end + 1
            else:
                flat.append("{}")
            i = end + 1
            continue
        if char == ";":
            yield "declaration", start, i, "".join(flat)
            flat, start = [], i + 1
        else:
            if not flat and char.isspace():
                start = i + 1
            else:
                flat.append(char)
        i += 1


def functions(text):
    code = without_preprocessor(blank(text))
    for kind, start, end, head in top_level(code):
        if kind == "function":
            name = re.search(r"(\w+)\s*\(", head)
            yield (name.group(1) if name else "?"), start, end, code


def is_mutable(declaration):
    """Is this declaration of an object one that can be written to?"""
    left = re.split(r"(?<![=!<>])=(?!=)", declaration, maxsplit=1)[0].strip()
    left = re.sub(r"__attribute__\s*\(\(.*?\)\)", "", left).strip()
    if not left or re.match(r"(typedef|extern|_Static_assert|static_assert)\b", left):
        return False
    if re.fullmatch(r"(struct|union|enum)\s*\w*(\s*\{\})?(\s*\w+_packed|\s*packed)?", left):
        return False
    pointer_to_function = re.search(r"\(\s*\*\s*(const\s+)?\w+", left)
    if pointer_to_function:
        return "=" in declaration and not pointer_to_function.group(1)
    if "(" in left or not re.search(r"\w[\s*]+\w", left):
        return False  # a prototype, or a macro that stands alone
    if "*" in left:
        return not re.match(r"\s*(restrict\s+)?const\b", left[left.rindex("*") + 1:])
    return not re.search(r"\bconst\b", left)


def declared(code, offset):
    """The declaration at offset up to its '=' or ';', with what stands in braces left out."""
    flat, i = [], offset
    while i < len(code) and code[i] not in "=;":
        if code[i] == "{":
            flat.append("{}")
            i = matching(code, i)
        else:
            flat.append(code[i])
        i += 1
    return "".join(flat)


# ---- rules ----

def rule_file_size(tree):
    """every C file has fewer than 600 lines"""
    for path, text in c_files(tree):
        lines = text.count("\n")
        if lines >= FILE_LINES:
            yield path, lines, f"{lines} lines; a file stays under {FILE_LINES}"


def rule_function_size(tree):
    """every function has fewer than 80 lines"""
    for path, text in c_files(tree):
        for name, start, end, code in functions(text):
            lines = code.count("\n", start, end) + 1
            if lines >= FUNCTION_LINES:
                yield path, line_of(code, start), f"{name}() has {lines} lines; a function stays under {FUNCTION_LINES}"


def rule_nesting(tree):
    """blocks nest less than 5 deep in a function"""
    for path, text in c_files(tree):
        for name, start, end, code in functions(text):
            stack, deepest, where = [], 0, start
            for i in range(start + 1, end):
                if code[i] == "{":
                    stack.append(is_block(code, i))
                    if stack.count(True) > deepest:
                        deepest, where = stack.count(True), i
                elif code[i] == "}" and stack:
                    stack.pop()
            if deepest >= NESTING:
                yield path, line_of(code, where), f"{name}() nests {deepest} deep; nesting stays under {NESTING}"


def rule_header_size(tree):
    """public headers have fewer than 120 lines"""
    for path, text in tree.items():
        if re.search(r"(^|/)include/.*\.h$", path) and text.count("\n") >= HEADER_LINES:
            yield path, text.count("\n"), f"{text.count(chr(10))} lines; a public header stays under {HEADER_LINES}"


def rule_forbidden_calls(tree):
    """no call of an unsafe or guessing C function"""
    pattern = re.compile(r"(?<![\w.>])(" + "|".join(FORBIDDEN_CALLS) + r")\s*\(")
    for path, text in c_files(tree):
        code = blank(text)
        for match in pattern.finditer(code):
            yield path, line_of(code, match.start()), f"{match.group(1)}() is forbidden here"
        if not path.startswith("tests/"):
            for match in re.finditer(r"(?<!\w)assert\s*\(", code):
                yield path, line_of(code, match.start()), "assert() vanishes from a release: return an error instead"


def rule_silent_floors(tree):
    """nothing below the top floor prints or exits"""
    pattern = re.compile(r"(?<![\w.>])(printf|puts|putchar|perror|exit|err|errx|vprintf|fprintf\s*\(\s*std(?:out|err))\s*\(")
    stream = re.compile(r"(?<!\w)fprintf\s*\(\s*std(out|err)\b")
    for path, text in c_files(tree):
        if path.startswith(MAY_SPEAK):
            continue
        code = without_preprocessor(blank(text))
        for match in list(pattern.finditer(code)) + list(stream.finditer(code)):
            word = match.group().rstrip("( ")
            line = code[code.rfind("\n", 0, match.start()) + 1:match.start()]
            if word in ("err", "errx") and re.search(r"(\*|\bstruct|\bint|\bvoid)\s*$", line):
                continue
            yield path, line_of(code, match.start()), f"{word}: only the top floor speaks or exits; return an error"


def rule_walls(tree):
    """a third-party header stays behind its wall"""
    seen = {}
    for path, text in c_files(tree):
        for match in re.finditer(r"^[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]", text, re.M):
            for header, place in WALLS.items():
                if match.group(1) != header and not (header.endswith("/") and match.group(1).startswith(header)):
                    continue
                line = line_of(text, match.start())
                if place is None:
                    seen.setdefault(header, {}).setdefault(path, line)
                elif not (path == place or (place.endswith("/") and path.startswith(place))):
                    yield path, line, f"{match.group(1)} may be included in {place} only"
    for header, places in seen.items():
        if len(places) > 1:
            for path, line in sorted(places.items())[1:]:
                yield path, line, f"{header} is already included in {sorted(places)[0]}: one file may"


def rule_names(tree):
    """no file or folder with a name that says nothing; no typedef'd struct, no _t"""
    for path, text in tree.items():
        for part in path.split("/"):
            if part.split(".")[0].lower() in VAGUE_NAMES:
                yield path, 1, f"'{part}' says nothing: name the subject"
        if not path.endswith((".c", ".h")):
            continue
        code = blank(text)
        for match in re.finditer(r"^[ \t]*typedef\s+(struct|union|enum)\b|^[ \t]*typedef\b[^;]*\b\w+_t\s*;", code, re.M):
            yield path, line_of(code, match.start()), "no typedef'd struct, no name in _t"


def rule_globals(tree):
    """no object at file scope, or static in a function, that can change"""
    for path, text in c_files(tree):
        if path.startswith("tests/"):
            continue  # a fixture may keep its state
        code = without_preprocessor(blank(text))
        for kind, start, end, head in top_level(code):
            if kind == "declaration" and is_mutable(head):
                yield path, line_of(code, start), "a global that can change: " + " ".join(head.split())[:60]
            if kind == "function":
                for match in re.finditer(r"(?<!\w)static\s+(?!inline)", code[start:end]):
                    declaration = declared(code, start + match.start())
                    if is_mutable(declaration):
                        line = line_of(code, start + match.start())
                        yield path, line, "a static that can change: " + " ".join(declaration.split())[:60]


def rule_no_traces(tree):
    """the project names nothing of the place where it was written"""
    places = ["/wo" + "rk/", "/tmp/te" + "am", "fresh" + "-debian", r"\.\./sha" + "red", "(?<![\\w-])far" + "m-[a-z]+",
              r"(?<![\w/])sha" + r"red/(?:design|contracts|sandbox|maths|records|web|integration|style|redteam|hooks)",
              r"registry\.npm" + "js", r"py" + r"pi\.org", r"deb\.deb" + r"ian\.org", r"proxy\.gol" + "ang"]
    pattern = re.compile("|".join(places))
    for path, text in tree.items():
        if path.startswith(".ci/"):
            continue
        for match in pattern.finditer(text):
            yield path, line_of(text, match.start()), f"'{match.group()}' has no meaning outside one machine"


def rule_links(tree):
    """every relative link of a page leads to a file"""
    folders = {os.path.dirname(path) for path in tree}
    while True:
        more = {os.path.dirname(folder) for folder in folders} | folders
        if more == folders:
            break
        folders = more
    for path, text in tree.items():
        if not path.endswith(".md"):
            continue
        prose = re.sub(r"```.*?```|`[^`\n]*`", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.S)
        for match in re.finditer(r"\]\(([^)\s]+)\)", prose):
            target = match.group(1).split("#")[0]
            if not target or re.match(r"[a-z]+:", target):
                continue
            full = os.path.normpath(os.path.join(os.path.dirname(path), target))
            if full not in tree and full not in folders and not target.endswith((".png", ".svg", ".jpg")):
                yield path, line_of(text, match.start()), f"the link to {target} leads nowhere"


RULES = {name[5:].replace("_", "-"): rule for name, rule in sorted(globals().items()) if name.startswith("rule_")}


# ---- exceptions ----

def read_allowed(text):
    """Lines 'rule path-pattern: reason'; '#' begins a comment."""
    allowed = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = re.fullmatch(r"(\S+)\s+(\S+?):\s+(\S.{10,})", line)
        if not match or match.group(1) not in RULES:
            raise ValueError(f"allowed.txt:{number}: expected 'rule path: reason'")
        allowed.append((match.group(1), match.group(2), number))
    return allowed


def check(tree, rules, allowed):
    findings, used = [], set()
    for rule in rules:
        for path, line, message in RULES[rule](tree):
            excuses = [row for row in allowed if row[0] == rule and fnmatch.fnmatchcase(path, row[1])]
            used.update(excuses)
            if not excuses:
                findings.append((path, line, rule, message))
    for row in allowed:
        if row[0] in rules and row not in used:
            findings.append(("tests/house/allowed.txt", row[2], row[0], "this exception excuses nothing any more"))
    return sorted(findings)


def main(arguments):
    if arguments == ["--list"]:
        print("\n".join(RULES))
        return 0
    if len(arguments) not in (1, 3) or (len(arguments) == 3 and (arguments[1] != "--rule" or arguments[2] not in RULES)):
        print(__doc__, file=sys.stderr)
        return 2
    rules = [arguments[2]] if len(arguments) == 3 else list(RULES)
    tree = read_tree(arguments[0])
    if len(c_files(tree)) < 5:
        print(f"check_house: {arguments[0]} does not look like the project", file=sys.stderr)
        return 2
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "allowed.txt"), encoding="utf-8") as file:
        findings = check(tree, rules, read_allowed(file.read()))
    for path, line, rule, message in findings:
        print(f"{path}:{line}: {rule}: {message}")
    print(f"{len(rules)} rules, {len(tree)} files, {len(findings)} findings", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
