"""How formulas are typed: docs/boolean-notation.md read into trees, by descent, one rule for each line of that page.

A tree is ("v", name), ("0",), ("1",), ("!", tree) or (sign, left, right), sign one of . + ^ > = ↑ ↓.
"""
import re
import unicodedata

BARS = "\u0305\u0304"
WORDS = {
    "si et seulement si": "=", "ssi": "=", "iff": "=", "equivaut a": "=", "implique": ">", "entraine": ">", "implies": ">",
    "ou exclusif": "^", "xor": "^", "non-et": "↑", "nand": "↑", "non-ou": "↓", "nor": "↓", "non": "!", "not": "!",
    "ou": "+", "or": "+", "et": ".", "and": ".", "vrai": "1", "true": "1", "faux": "0", "false": "0"}
LATEX = {"cdot": ".", "land": ".", "wedge": ".", "times": ".", "lor": "+", "vee": "+", "overline": "!", "bar": "!", "lnot": "!",
         "neg": "!", "oplus": "^", "uparrow": "↑", "downarrow": "↓", "Rightarrow": ">", "implies": ">", "to": ">",
         "Leftrightarrow": "=", "iff": "=", "top": "1", "bot": "0", "left": "", "right": ""}
SIGNS = {"<=>": "=", "<->": "=", "=>": ">", "->": ">", "/\\": ".", "\\/": "+", "||": "+", "&&": ".", "⇔": "=", "↔": "=", "≡": "=",
         "⇒": ">", "→": ">", "∧": ".", "·": ".", "*": ".", "×": ".", "&": ".", "∨": "+", "|": "+", "¬": "!", "~": "!", "!": "!",
         "⊕": "^", "⊻": "^", "’": "'", "¯": "'", "⊤": "1", "⊥": "0", "[": "(", "]": ")", "{": "(", "}": ")", "$": "",
         "•": ".", "∙": ".", "⋅": ".", ".": ".", "+": "+", "'": "'", "/": "/", "(": "(", ")": ")", "0": "0", "1": "1",
         "↑": "↑", "↓": "↓"}
BY_LENGTH = sorted(SIGNS, key=len, reverse=True)
WORD = re.compile("(?i)(" + "|".join(re.escape(w).replace("\\ ", r"\s+") for w in sorted(WORDS, key=len, reverse=True)) + r")(?![a-z])")
BEGIN = re.compile(r"^\s*(?:[A-Za-z]\w*\s*(?:\([^()]*\))?\s*)?=(?![>])")
INDEX = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


class Unreadable(Exception):
    pass


def plain(text):
    """Letters and bars apart, French accents away, indices on the line."""
    text = unicodedata.normalize("NFD", text).replace("=\u0338", "≠").replace("∃\u0338", "∄")
    return re.sub("[\u0300-\u0302\u0308\u0327]", "", text).translate(INDEX)


class Word(str):
    """A sign that was a word: no product stands before it unwritten."""


class Reader:
    def __init__(self, text, names):
        self.names = {name: name for name in names}
        for name in names:
            if sum(other.lower() == name.lower() for other in names) == 1:
                self.names[name.lower()] = self.names[name.upper()] = name
        self.single = all(len(name) == 1 for name in names)
        self.tokens, self.at = [], 0
        text = re.sub(r"[\s.,;]+$", "", BEGIN.sub("", plain(text)))
        while text:
            text = self.cut(text)

    def add(self, token):
        if token:
            self.tokens.append(token)

    def cut(self, text):
        """One token off the front."""
        if text[0].isspace():
            return text[1:]
        if text[0] in BARS:
            self.add("'")
            return text[1:]
        if match := re.match(r"\\([A-Za-z]+)", text):
            if match[1] not in LATEX:
                raise Unreadable(match[0])
            self.add(LATEX[match[1]])
            return text[match.end():]
        for sign in BY_LENGTH:
            if text.startswith(sign):
                self.add(SIGNS[sign])
                return text[len(sign):]
        if match := WORD.match(text):
            word = re.sub(r"\s+", " ", match[1].lower())
            if self.single and all(letter in self.names for letter in word):
                raise Unreadable("ambiguous " + word)
            self.add(Word(WORDS[word]))
            return text[match.end():]
        return self.cut_name(text)

    def cut_name(self, text):
        found = max((name for name in self.names if text.replace("_", "").startswith(name.replace("_", ""))), key=len, default="")
        if found:
            length = len(found) + (text[:len(found) + 1].count("_") - found.count("_"))
            self.tokens.append(("v", self.names[found]))
            return text[length:]
        if text[0] in "VvFf" and not text[1:2].isalpha():
            self.add("1" if text[0] in "Vv" else "0")
            return text[1:]
        raise Unreadable(text[:10])

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else ""

    def chain(self, sign, part):
        tree = part()
        while self.peek() == sign:
            self.take()
            tree = (sign, tree, part())
        return tree

    def equivalence(self):
        return self.chain("=", self.implication)

    def implication(self):
        tree = self.sum()
        if self.peek() == ">":
            self.take()
            tree = (">", tree, self.sum())
        return tree

    def sum(self):
        return self.chain("+", self.exclusive)

    def exclusive(self):
        return self.chain("^", self.gate)

    def gate(self):
        """↑ and ↓ have no rank: both sides are single factors, and nothing else stands beside."""
        start = self.at
        tree = self.product()
        if self.peek() in ("↑", "↓"):
            sign, before = self.take(), self.tokens[start - 1] if start else "("
            tree = (sign, tree, self.product())
            if before in (".", "+", "^", "↑", "↓") or self.peek() in ("+", "^", "↑", "↓"):
                raise Unreadable("two readings")
        return tree

    def product(self):
        tree = self.factor()
        while True:
            dot = self.peek() == "."
            beside = isinstance(self.peek(), tuple) or self.peek() in ("!", "(", "0", "1")
            if not dot and not (self.single and beside and not isinstance(self.peek(), Word)):
                return tree
            if dot:
                self.take()
            tree = (".", tree, self.factor())

    def factor(self):
        token = self.take()
        if token in ("!", "/"):
            tree = ("!", self.factor())
        elif token == "(":
            tree = self.equivalence()
            if self.take() != ")":
                raise Unreadable("no )")
        elif token in ("0", "1"):
            tree = (token,)
        elif isinstance(token, tuple):
            tree = token
        else:
            raise Unreadable(str(token))
        while self.peek() == "'":
            self.take()
            tree = ("!", tree)
        return tree

    def read(self):
        tree = self.equivalence()
        if self.at < len(self.tokens):
            raise Unreadable(str(self.peek()))
        return tree


def read(text, names):
    return Reader(text, names).read()
