/* The kind `boolean`: what an expression earns and what it is told. */
#include "grader_boolean/grader_boolean.h"
#include "../triples/triples.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* E = b + c (the exam of 2018), as it is given there. */
#define EXAM "'variables': ['a', 'b', 'c'], 'function': 'ab + ac + b` c + a` b'"
/* Three criteria, in words. */
#define VIDEO                                                                                                          \
	"'variables': ['a', 'b', 'c'], 'function': [3, 4, 5, 6, 7], 'name': 'V', 'meanings': {"                        \
	"'a': {'true': 'la vidéo est publique', 'false': 'la vidéo est privée'},"                                   \
	"'b': {'true': {'fr': 'vous êtes abonné', 'en': 'you subscribe'}, 'false': 'vous n’êtes pas abonné'},"   \
	"'c': {'true': 'vous êtes connecté', 'false': 'vous n’êtes pas connecté'},"                              \
	"'V': {'true': 'la vidéo est visible', 'false': 'la vidéo n’est pas visible'}}"

static void test_values(void **state)
{
	static const struct triple rows[] = {
		{ EXAM, "b + c", "20", "" },
		{ NULL, "E = c + b", "20", "" },
		{ NULL, "f(a,b,c) = b ou c", "20", "" },
		{ NULL, "non(b'.c')", "20", "" },
		{ NULL, "b c\u0305 + c", "20", "" },
		{ NULL, "b", "0", "counterexample", "Pour a = 0, b = 0, c = 1\u00a0: E doit valoir 1, et votre" },
		{ NULL, "bc", "0", "counterexample", "Pour a = 0, b = 0, c = 1" },
		{ NULL, "0", "0", "counterexample" },
		{ NULL, "1", "0", "counterexample", "doit valoir 0" },
		{ NULL, "", "-", "answer-blank" },
		{ NULL, " \n\u00a0 ", "-", "answer-blank" },
		{ VIDEO, "a + bc", "20", "" },
		{ NULL, "ab + c", "0", "counterexample",
			"Pour a = 0 (la vidéo est privée), b = 0 (vous n’êtes pas abonné), c = 1 (vous êtes "
			"connecté)\u00a0: V "
			"doit valoir 0 (la vidéo n’est pas visible), et votre expression vaut 1 (la vidéo est "
			"visible)." },
		{ NULL, "bc", "0", "counterexample", "a = 1 (la vidéo est publique)" },
		{ "'variables': ['a', 'b'], 'function': [1], 'dont_care': [3]", "b", "20", "" },
		{ NULL, "a' b", "20", "" },
		{ NULL, "a + b", "0", "counterexample", "Pour a = 1, b = 0" },
		{ "'variables': ['a', 'b'], 'function': 'a + b', 'dont_care': 'ab'", "a xor b", "20", "" },
		{ NULL, "ab", "0", "counterexample", "Pour a = 0, b = 1" },
		{ "'variables': ['x1', 'x2'], 'function': 'x1 + x2'", "x1 ou x2", "20", "" },
		{ NULL, "x₁ + x₂", "20", "" },
		{ "'variables': ['a'], 'function': '1'", "1", "20", "" },
		{ NULL, "a + a'", "20", "" },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

static void test_unreadable(void **state)
{
	static const struct triple rows[] = {
		{ EXAM, "b + ", "?", NULL },
		{ NULL, "b + d", "?", "unknown-variable" },
		{ NULL, "(b + c", "?", NULL },
		{ NULL, "b + c - bc", "?", "arithmetic" },
		{ NULL, "b + c)", "?", NULL },
		{ NULL, "['b']", "?", "answer-no-text", NULL, true },
		{ NULL, "{'text': 'b'}", "?", "answer-no-text", NULL, true },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

static void test_minimal_sum(void **state)
{
	static const struct triple rows[] = {
		{ EXAM ", 'form': 'minimal-sum'", "b + c", "20", "" },
		{ NULL, "c + b", "20", "" },
		/* one half, and a quarter for two literals out of three … */
		{ NULL, "b + c b'", "40/3", "useless-literal",
			"Le terme b\u0305c contient un littéral inutile\u00a0: b\u0305" },
		{ NULL, "b c' + c", "40/3", "useless-literal", "littéral inutile\u00a0: c\u0305" },
		{ NULL, "ab + c + a' b", "12", "useless-literal" },
		{ NULL, "b + c + bc", "12.5", "useless-literal" },
		{ NULL, "¬(b' c')", "15", "form-long-bar", "De Morgan" },
		{ NULL, "b + c + b", "40/3", "form-term-twice" },
		{ NULL, "bb + c", "40/3", "form-literal-twice" },
		{ NULL, "b·1 + c", "40/3", "form-constant" },
		{ NULL, "b xor c xor bc", "12.5", "form-operator" },
		/* the statement's own formula, as it is or with ornaments */
		{ NULL, "ab + ac + b' c + a' b", "2", "statement-copied" },
		{ NULL, "a' b + c b' + ca + ba", "2", "statement-copied" },
		{ NULL, "ab + ac + b' c + a' b + 0", "2", "statement-copied" },
		{ NULL, "¬¬(ab + ac + b' c + a' b)", "2", "statement-copied" },
		{ NULL, "(ab + ac + b' c + a' b) ⊕ 0", "2", "statement-copied" },
		{ NULL, "1 ⇒ (ab + ac + b' c + a' b)", "2", "statement-copied" },
		{ NULL, "(ab + ac + b' c + a' b) ⇔ 1", "2", "statement-copied" },
		{ NULL, "¬((ab + ac + b' c + a' b) ⇒ 0)", "2", "statement-copied" },
		{ NULL, "(ab + ac + b' c + a' b) ⊕ 1 ⊕ 1", "2", "statement-copied" },
		{ NULL, "((ab + ac + b' c + a' b) ↑ 1) ↓ 0", "2", "statement-copied" },
		{ NULL, "ab + ac + b' c + a' b + aa'", "2", "statement-copied" },
		{ NULL, "(ab + ac + b' c + a' b)(b + b')", "2", "statement-copied" },
		{ NULL, "1", "0", "counterexample" },
		/* the cyclic core: two minimal forms of three terms */
		{ "'variables': ['a', 'b', 'c'], 'function': [0, 1, 2, 5, 6, 7], 'form': 'minimal-sum'",
			"a'b' + bc' + ac", "20", "" },
		{ NULL, "a'c' + b' c + ab", "20", "" },
		{ NULL, "a'b' + b'c + ab + bc'", "13.75", "fewer-terms", "3 au lieu de 4" },
		{ NULL, "a'c' + ac + a'b' + ab", "13.75", "fewer-terms", "3 au lieu de 4" },
		{ NULL, "a'b' + ac + ab + a'c'", "13.75", "fewer-terms" },
		{ NULL, "ab + a'b' + a'c + ac'", "0", NULL },
		{ NULL, "a'c' + a'b' + ac + ab + bc'", "13", "redundant-term" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'a(b + c) + a`c + bc', 'form': 'minimal-sum'", "ab + c",
			"20", "" },
		{ "'variables': ['a', 'b', 'c'], 'function': [1, 3, 6, 7], 'form': 'minimal-sum'", "ab + a'c + bc",
			"40/3", "redundant-term", "Le terme bc est redondant" },
		{ NULL, "bc + ca' + ba", "40/3", "redundant-term",
			"tous ses cas. C’est le consensus de a\u0305c et ab." },
		{ NULL, "ab + a'bc + a'c", "90/7", NULL },
		{ "'variables': ['a', 'b'], 'function': [1], 'dont_care': [3], 'form': 'minimal-sum'", "b", "20", "" },
		{ NULL, "a' b", "12.5", "useless-literal" },
		{ "'variables': ['a'], 'function': 'a + a`', 'form': 'minimal-sum'", "1", "20", "" },
		{ NULL, "a + a'", "2", NULL },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

static void test_minimal_product(void **state)
{
	static const struct triple rows[] = {
		{ EXAM ", 'form': 'minimal-product'", "b + c", "20", "" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'ab + ac', 'form': 'minimal-product'", "a(b + c)", "20",
			"" },
		{ NULL, "(b + c)·a", "20", "" },
		{ NULL, "(a + b)(b + c)a", "13", "useless-literal-product", "Le facteur a + b" },
		{ NULL, "(a + b')(a + b)(b + c)", "12.5", NULL },
		{ NULL, "a(b + c + a')", "13.75", "useless-literal-product" },
		{ NULL, "ab + ac", "2", "statement-copied" },
		{ NULL, "a(¬(b'c'))", "15", "form-long-bar-product" },
		{ NULL, "a + b", "0", "counterexample" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'ac + a`b', 'form': 'minimal-product'", "(a + b)(a' + c)",
			"20", "" },
		{ NULL, "(a + b)(a' + c)(b + c)", "40/3", "redundant-term-product",
			"C’est le consensus de a + b et a\u0305 + c." },
		{ NULL, "(b + c)(a' + c)(a + b)", "40/3", "redundant-term-product" },
		{ NULL, "(a + b + c)(a' + c)(a + b)", "90/7", "useless-literal-product" },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

static void test_other_forms(void **state)
{
	static const struct triple rows[] = {
		{ "'variables': ['a', 'b', 'c'], 'function': 'a(b + c)', 'form': 'sum-of-products'", "ab + ac", "20",
			"" },
		{ NULL, "abc + ab + ab' c", "20", "" },
		{ NULL, "a(b + c)", "2", "statement-copied" },
		{ NULL, "a(b + c + bc)", "10", "form-mixed", "développez" },
		{ NULL, "¬(a' + b'c')", "10", "form-long-bar" },
		{ "'variables': ['a', 'b'], 'function': 'a + b', 'form': 'canonical-sum'", "ab + ab' + a' b", "20",
			"" },
		{ NULL, "ab + ab' + b", "10", "form-not-all-variables", "il en manque dans b" },
		{ NULL, "a + a' b", "10", "form-not-all-variables" },
		{ NULL, "a + b", "2", "statement-copied" },
		{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'function': 'abcdefgh', 'form': "
		  "'canonical-sum'",
			"abcdefgh", "20", "" },
		{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'function': 'abcdefgh', 'form': 'nand'",
			"¬(¬(abcdefgh)¬(abcdefgh))", "20", NULL },
		{ "'variables': ['a', 'b'], 'function': 'ab', 'form': 'canonical-product'", "(a+b)(a+b')(a'+b)", "20",
			"" },
		{ NULL, "a(a'+b)", "10", "form-not-all-variables-product" },
		{ "'variables': ['a', 'b'], 'function': 'ab + a`', 'form': 'product-of-sums'", "a' + b", "20", "" },
		{ NULL, "(a + a')(b + a')", "10", "form-literal-twice-product" },
		{ "'variables': ['a', 'b'], 'function': 'a + b', 'form': 'nand'", "(a ↑ a) ↑ (b ↑ b)", "20", "" },
		{ NULL, "¬(¬(aa) ¬(bb))", "20", "" },
		{ NULL, "¬(a'·b')", "10", "form-not-only-nand" },
		{ NULL, "a + b", "2", "statement-copied" },
		{ "'variables': ['a', 'b'], 'function': 'ab', 'form': 'nor'", "(a ↓ a) ↓ (b ↓ b)", "20", "" },
		{ NULL, "¬(a' + b')", "10", "form-not-only-nor" },
		{ NULL, "¬(a' + b') + 0", "10", "form-not-only-nor" },
		{ "'variables': ['a', 'b'], 'function': 'a + b', 'negate': true, 'form': 'sum-of-products'", "a' b'",
			"20", "" },
		{ NULL, "a + b", "0", "mistake-negated" },
		{ NULL, "¬(a + b)", "2", "statement-copied" },
		{ NULL, "a' + b'", "0", "mistake-de-morgan" },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

/* The mistake behind a wrong formula: three of each. */
static void test_mistakes(void **state)
{
	static const struct triple rows[] = {
		{ "'variables': ['a', 'b', 'c'], 'function': '¬(ab) + c'", "a'b' + c", "0", "mistake-de-morgan" },
		{ NULL, "ab c'", "0", "mistake-negated" },
		{ NULL, "a' + b + c", "0", "mistake-bar-missing" },
		{ NULL, "¬(ab + c)", "0", "mistake-bar-too-long" },
		{ "'variables': ['a', 'b', 'c'], 'function': '¬(a + b) c'", "(a' + b') c", "0", "mistake-de-morgan" },
		{ NULL, "a' + b' c", "0", NULL },
		{ NULL, "(a + b) c", "0", "mistake-bar-missing" },
		{ NULL, "¬(a + b + c)", "0", NULL },
		{ "'variables': ['a', 'b', 'c', 'd'], 'function': '¬(abc) + d'", "a'b'c' + d", "0",
			"mistake-de-morgan" },
		{ NULL, "a' + b' + c + d", "0", "mistake-bar-missing" },
		{ NULL, "a' + b' + c' + d'", "0", "mistake-bar-extra" },
		{ NULL, "¬(ab)c + d", "0", "mistake-bar-too-short" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'ab + c'", "ab' + c", "0", "mistake-bar-extra" },
		{ NULL, "ab + c'", "0", "mistake-bar-extra" },
		{ NULL, "(a + b)c", "0", "mistake-all-operators-exchanged" },
		{ NULL, "ab·c", "0", "mistake-operators-exchanged" },
		{ NULL, "a + b + c", "0", "mistake-operators-exchanged" },
		{ NULL, "a(b + c)", "0", "mistake-precedence" },
		{ NULL, "ab xor c", "0", "mistake-or-for-xor" },
		{ NULL, "ab", "0", "mistake-term-missing" },
		{ NULL, "ac + c", "0", NULL },
		{ "'variables': ['a', 'b', 'c'], 'function': 'ab + a` c + bc'", "ab", "0", NULL },
		{ NULL, "ab + bc", "0", "mistake-term-missing" },
		{ NULL, "ab + ac", "0", "mistake-bar-missing" },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

/* Each mistake by its name, three times. */
static void test_mistakes_by_name(void **state)
{
	static const struct triple rows[] = {
		{ "'variables': ['a', 'b', 'c'], 'function': 'ab + a`c'", "a'b + a'c", "0", "mistake-bar-extra" },
		{ NULL, "ab + a'", "0", "mistake-factor-missing" },
		{ NULL, "b + a'c", "0", "mistake-factor-missing" },
		{ NULL, "ab + c", "0", "mistake-factor-missing" },
		{ NULL, "ab + a'bc", "0", "mistake-operators-exchanged" },
		{ NULL, "a·(b + a'c)", "0", "mistake-precedence" },
		{ NULL, "ac + a'c", "0", "mistake-variable" },
		{ NULL, "bb + a'c", "0", "mistake-variable" },
		{ NULL, "ab + a'c + b'", "0", "mistake-term-extra" },
		{ NULL, "ab", "0", "mistake-term-missing" },
		{ NULL, "a'c", "0", "mistake-term-missing" },
		{ "'variables': ['a', 'b', 'c'], 'function': '(a + b)c'", "ab + c", "0",
			"mistake-all-operators-exchanged" },
		{ NULL, "a + bc", "0", "mistake-precedence" },
		{ NULL, "(ab)c", "0", "mistake-operators-exchanged" },
		{ NULL, "(a + b) + c", "0", "mistake-operators-exchanged" },
		{ NULL, "ac", "0", "mistake-term-missing" },
		{ "'variables': ['a', 'b', 'c'], 'function': '(ab + c)`'", "ab + c'", "0", "mistake-bar-too-short" },
		{ NULL, "(ab)' + c'", "0", "mistake-de-morgan" },
		{ NULL, "a'b' + c'", "0", "mistake-all-operators-exchanged" },
		{ NULL, "(ab)' + c", "0", "mistake-bar-too-short" },
		{ NULL, "a' + b'c'", "0", "mistake-precedence" },
		{ NULL, "(a + b)'c'", "0", "mistake-de-morgan" },
		{ NULL, "ab + c", "0", "mistake-negated" },
		{ "'variables': ['a', 'b', 'c'], 'function': '(a + b + c)`'", "a' + b' + c'", "0",
			"mistake-de-morgan" },
		{ NULL, "(a + b)' + c", "0", "mistake-bar-too-short" },
		{ NULL, "a + b + c", "0", "mistake-negated" },
		{ "'variables': ['a', 'b'], 'function': 'a xor b'", "a + b", "0", "mistake-or-for-xor" },
		{ NULL, "ab' + ab", "0", "mistake-bar-missing" },
		{ NULL, "a <=> b", "0", "mistake-negated" },
		{ NULL, "a'b + ab", "0", "mistake-bar-missing" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'a xor bc'", "a + bc", "0", "mistake-or-for-xor" },
		{ NULL, "(a xor b)c", "0", "mistake-precedence" },
		{ "'variables': ['a', 'b', 'c'], 'function': '(a xor b) + c'", "a + b + c", "0", "mistake-or-for-xor" },
		{ NULL, "a xor b xor c", "0", "mistake-term-missing" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'a`b + c'", "(ab)' + c", "0", "mistake-bar-too-long" },
		{ NULL, "(ab + c)'", "0", "mistake-bar-too-long" },
		{ NULL, "a'b·c", "0", "mistake-operators-exchanged" },
		{ NULL, "ab + c", "0", "mistake-bar-missing" },
		{ "'variables': ['a', 'b', 'c'], 'function': '(a + b`)c'", "(a + b)'c", "0", "mistake-bar-too-long" },
		{ NULL, "ab' + c", "0", "mistake-all-operators-exchanged" },
		{ "'variables': ['P', 'Q'], 'function': 'P => Q'", "Q => P", "0", "mistake-implication-reversed" },
		{ NULL, "P <=> Q", "0", "mistake-iff-for-implies" },
		{ NULL, "P et Q", "0", "mistake-and-for-implies" },
		{ NULL, "P + Q", "0", "mistake-bar-missing" },
		{ "'variables': ['P', 'Q', 'R'], 'function': 'P et Q => R'", "R => P et Q", "0",
			"mistake-implication-reversed" },
		{ NULL, "P et Q <=> R", "0", "mistake-iff-for-implies" },
		{ NULL, "P et Q et R", "0", "mistake-and-for-implies" },
		{ "'variables': ['P', 'Q'], 'function': 'P <=> Q'", "P => Q", "0", "mistake-iff-for-implies" },
		{ NULL, "P et Q", "0", "mistake-term-missing" },
		{ "'variables': ['P', 'Q', 'R'], 'function': 'P => (Q => R)'", "P => (R => Q)", "0",
			"mistake-implication-reversed" },
		{ NULL, "P => Q et R", "0", "mistake-and-for-implies" },
		{ "'variables': ['a', 'b'], 'function': 'a + b'", "a + 0", "0", "mistake-constant" },
		{ NULL, "a + b·0", "0", "mistake-constant" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'ab'", "ab + c", "0", "mistake-term-extra" },
		{ NULL, "abc", "0", "mistake-factor-extra" },
		{ NULL, "a", "0", "mistake-factor-missing" },
		{ NULL, "ab + a'b'c'", "0", NULL },
		{ "'variables': ['a', 'b', 'c'], 'function': 'a + b'", "a + bc", "0", "mistake-factor-extra" },
		{ NULL, "ac + b", "0", "mistake-factor-extra" },
		{ NULL, "a + c", "0", "mistake-variable" },
		{ NULL, "a", "0", "mistake-term-missing" },
		{ NULL, "a + b + c", "0", "mistake-term-extra" },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

/* Forms, the rest: covers of as few terms with more letters, and the duals. */
static void test_forms_by_name(void **state)
{
	static const struct triple rows[] = {
		{ "'variables': ['a', 'b', 'c', 'd'], 'function': [0, 2, 3, 5, 6, 7, 9, 11, 14], 'form': 'minimal-sum'",
			"bcd' + b'cd + ab'd + a'bd + a'b'd'", "44/3", "fewer-literals" },
		{ "'variables': ['a', 'b', 'c', 'd'], 'function': [0, 1, 2, 6, 7, 10, 11, 12, 14, 15], 'form': "
		  "'minimal-sum'",
			"bc + ac + abd' + a'b'd' + a'b'c'", "190/13", "fewer-literals" },
		{ "'variables': ['a', 'b', 'c', 'd'], 'function': [0, 1, 4, 5, 8, 10, 11, 12, 13], 'form': "
		  "'minimal-sum'",
			"bc' + ab'd' + ab'c + a'c'", "14.5", "fewer-literals" },
		{ "'variables': ['a', 'b', 'c', 'd'], 'function': [1, 4, 8, 10, 12, 13, 15], 'form': 'minimal-product'",
			"(b'+c'+d)(b+c'+d')(a'+b+d')(a+b'+d')(a+b+d)", "44/3", "fewer-literals-product" },
		{ "'variables': ['a', 'b', 'c'], 'function': [3, 4], 'form': 'minimal-product'",
			"(a+b)(a'+b')(a+c)(a'+c')", "13.75", "fewer-terms-product" },
		{ NULL, "(a+b)(b'+c)(a'+c')", "20", "" },
		{ NULL, "(a+b)(a'+b')(b+c')(b'+c)", "13.75", "fewer-terms-product" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'ab + c', 'form': 'product-of-sums'", "(a+c)(b+c)(b+c)",
			"10", "form-term-twice-product" },
		{ NULL, "(a+c+c)(b+c)", "10", "form-literal-twice-product" },
		{ NULL, "(a+c)·1·(b+c)", "10", "form-constant-product" },
		{ NULL, "((a+c)(b+c))''", "10", "form-long-bar-product" },
		{ NULL, "(a'c')'(b'c')'", "10", "form-long-bar-product" },
		{ NULL, "abc + abc' + c", "10", "form-mixed-product" },
		{ NULL, "ab + c", "2", "form-mixed-product" },
		{ NULL, "ab", "0", "form-waits" },
		{ "'variables': ['a', 'b', 'c'], 'function': 'a(b + c)', 'form': 'sum-of-products'", "a·b + a·(c + 0)",
			"10", "form-mixed" },
		{ NULL, "a(b + c + bc)", "10", "form-mixed" },
		{ NULL, "ab + ac + ab", "10", "form-term-twice" },
		{ NULL, "aab + ac", "10", "form-literal-twice" },
		{ NULL, "ab + ac + 0", "10", "form-constant" },
		{ NULL, "ab xor ac xor abc", "10", "form-operator" },
		{ NULL, "(a' + b'c')'", "10", "form-long-bar" },
	};

	triples_run(&boolean_kind, rows, COUNT(rows));
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ "'variables': [], 'function': '1'", "no-variables", "/questions/0/variables" },
		{ "'variables': ['a', 'a'], 'function': 'a'", "variable-twice", "/questions/0/variables/1" },
		{ "'variables': ['a', '+'], 'function': 'a'", "bad-variable", "/questions/0/variables/1" },
		{ "'variables': ['a'], 'function': 'a', 'name': 'a'", "name-is-variable", "/questions/0/name" },
		{ "'variables': ['a'], 'function': 'a + b'", "formula-unreadable", "/questions/0/function" },
		{ "'variables': ['a'], 'function': 3", "formula-or-rows", "/questions/0/function" },
		{ "'variables': ['a'], 'function': [2]", "bad-row", "/questions/0/function/0" },
		{ "'variables': ['a'], 'function': [1, 1]", "row-twice", "/questions/0/function/1" },
		{ "'variables': ['a'], 'function': [1], 'dont_care': [0, 1]", "row-both", "/questions/0/dont_care/1" },
		{ "'variables': ['a'], 'function': 'a', 'dont_care': '1'", "nothing-cared", "/questions/0/dont_care" },
		{ "'variables': ['a'], 'function': 'a', 'meanings': {'b': {'true': 'x', 'false': 'y'}}",
			"meaning-of-nothing", "/questions/0/meanings/b" },
		{ "'variables': ['a'], 'function': 'a', 'meanings': {'a': {'true': 'x'}}", "missing-key",
			"/questions/0/meanings/a" },
		{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], 'function': 'a', 'form': "
		  "'canonical-sum'",
			"form-too-long", "/questions/0/form" },
		{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'], "
		  "'function': 'a', 'form': 'canonical-product'",
			"form-too-long", "/questions/0/form" },
		{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'], 'function': 'a ⊕ b ⊕ c ⊕ "
		  "d ⊕ e ⊕ f ⊕ g ⊕ h ⊕ i ⊕ j ⊕ k ⊕ l', 'form': 'nand'",
			"form-too-long", "/questions/0/form" },
		{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'function': 'a', 'form': 'minimal-sum'",
			"too-many-for-minimal", "/questions/0/form" },
		{ "'variables': ['a'], 'function': 'a', 'form': 'minimal-sun'", "unknown-choice-near",
			"/questions/0/form" },
	};

	refusals_run(&boolean_kind, rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_unreadable),
		cmocka_unit_test(test_minimal_sum),
		cmocka_unit_test(test_minimal_product),
		cmocka_unit_test(test_other_forms),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_mistakes_by_name),
		cmocka_unit_test(test_forms_by_name),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
