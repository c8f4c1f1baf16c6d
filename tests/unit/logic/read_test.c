/* Formulas as people type them: the text, and the tree that it is, written with full parentheses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buf.h"
#include "logic/read.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *const LETTERS[] = { "a", "b", "c", "d" };
static const struct vocabulary ABCD = { LETTERS, 4 };

/* A tree as (op part part …), so that nothing of the printer under test decides here. */
static void spell(struct buf *out, const struct expr *expr, const struct vocabulary *vocabulary)
{
	static const char *const ops[] = { "", "", "not", "and", "xor", "or", "nand", "nor", "imp", "iff" };

	if (expr->op == EXPR_CONSTANT) {
		buf_addstr(out, expr->value ? "1" : "0");
	} else if (expr->op == EXPR_VARIABLE) {
		buf_addstr(out, vocabulary->names[expr->value]);
	} else {
		buf_printf(out, "(%s", ops[expr->op]);
		for (size_t i = 0; i < expr->count; i++) {
			buf_addch(out, ' ');
			spell(out, expr->operands[i], vocabulary);
		}
		buf_addch(out, ')');
	}
}

/* Parts lie inside the whole, in order. */
static void check_places(const struct expr *expr, const char *text)
{
	size_t from = expr->start;

	assert_in_range(expr->end, expr->start + 1, strlen(text));
	for (size_t i = 0; i < expr->count; i++) {
		assert_true(expr->operands[i]->start >= from);
		assert_true(expr->operands[i]->end <= expr->end);
		from = expr->operands[i]->start;
		check_places(expr->operands[i], text);
	}
}

static void expect(const struct vocabulary *vocabulary, const char *text, const char *tree, const char *remark)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf got = BUF_INIT;
	struct reading_of reading;
	struct slip slip;

	if (expr_read(&reading, text, strlen(text), vocabulary, arena, &slip) < 0)
		fail_msg("%s: %s at %d:%d (%s)", text, slip.message.code, slip.line, slip.column, slip.message.fr);
	spell(&got, reading.expr, vocabulary);
	if (strcmp(buf_str(&got), tree) != 0)
		fail_msg("%s: read as %s, expected %s", text, buf_str(&got), tree);
	check_places(reading.expr, text);
	if (remark == NULL && reading.remark_count > 0)
		fail_msg("%s: a remark %s", text, reading.remarks[0].code);
	if (remark != NULL && (reading.remark_count != 1 || strcmp(reading.remarks[0].code, remark) != 0))
		fail_msg("%s: %zu remarks, expected %s", text, reading.remark_count, remark);
}

struct row {
	const char *text, *tree, *remark;
};

static const struct row ROWS[] = {
	{ "a", "a" },
	{ " a ", "a" },
	{ "((a))", "a" },
	{ "E = ab.", "(and a b)" },
	{ "a + b ;\n", "(or a b)" },
	{ "a',", "(not a)" },
	{ "ab", "(and a b)" },
	{ "abc", "(and a b c)" },
	{ "a b", "(and a b)" },
	{ "a(bc)", "(and a (and b c))" },
	/* every sign of AND */
	{ "a.b", "(and a b)" },
	{ "a·b·c", "(and a b c)" },
	{ "a•b", "(and a b)" },
	{ "a∙b", "(and a b)" },
	{ "a⋅b", "(and a b)" },
	{ "a*b", "(and a b)" },
	{ "a×b", "(and a b)" },
	{ "a∧b", "(and a b)" },
	{ "a/\\b", "(and a b)" },
	{ "a /\\ b", "(and a b)" },
	{ "a&b", "(and a b)" },
	{ "a && b", "(and a b)" },
	{ "a et b", "(and a b)" },
	{ "a ET b", "(and a b)" },
	{ "a Et b", "(and a b)" },
	{ "a and b AND c", "(and a b c)" },
	{ "a∩b", "(and a b)", "set-signs-read" },
	{ "a(b+c)", "(and a (or b c))" },
	{ "(a+b)(a+c)", "(and (or a b) (or a c))" },
	{ "(a+b)c", "(and (or a b) c)" },
	{ "1·a", "(and 1 a)" },
	{ "1a", "(and 1 a)" },
	{ "0(a+b)", "(and 0 (or a b))" },
	/* every sign of OR */
	{ "a+b", "(or a b)" },
	{ "a+b+c", "(or a b c)" },
	{ "a+(b+c)", "(or a (or b c))" },
	{ "a∨b", "(or a b)" },
	{ "a\\/b", "(or a b)" },
	{ "a|b", "(or a b)" },
	{ "a||b", "(or a b)" },
	{ "a ou b OU c", "(or a b c)" },
	{ "a or b", "(or a b)" },
	{ "a∪b∪c", "(or a b c)", "set-signs-read" },
	/* every way to negate */
	{ "a\xcc\x85", "(not a)" },
	{ "a\xcc\x84", "(not a)" },
	{ "ā", "(not a)" },
	{ "Ā", "(not a)" },
	{ "a\xcc\x85\xcc\x85", "(not (not a))" },
	{ "ā\xcc\x85", "(not (not a))" },
	{ "a'", "(not a)" },
	{ "a’", "(not a)" },
	{ "a′", "(not a)" },
	{ "a´", "(not a)" },
	{ "a''", "(not (not a))" },
	{ "(ab)'", "(not (and a b))" },
	{ "(a+b)’c", "(and (not (or a b)) c)" },
	{ "/a", "(not a)" },
	{ "a·/b", "(and a (not b))" },
	{ "!a", "(not a)" },
	{ "~a", "(not a)" },
	{ "¬a", "(not a)" },
	{ "¬¬a", "(not (not a))" },
	{ "¬ab", "(and (not a) b)" },
	{ "¬a'", "(not (not a))" },
	{ "non a", "(not a)" },
	{ "NON(a)", "(not a)" },
	{ "non(ab)", "(not (and a b))" },
	{ "non(a et b)", "(not (and a b))" },
	{ "not a", "(not a)" },
	{ "non-a", "(not a)" },
	{ "non non a", "(not (not a))" },
	{ "non ab", "(and (not a) b)", "not-reaches" },
	{ "a¬b", "(and a (not b))" },
	{ "a!b", "(and a (not b))" },
	{ "ab\xcc\x85"
	  "c",
		"(and a (not b) c)" },
	{ "a\xcc\x85"
	  "b\xcc\x85",
		"(and (not a) (not b))", "bars-apart" },
	{ "āb̄", "(and (not a) (not b))" },
	{ "a\xcc\x84"
	  "b\xcc\x84",
		"(and (not a) (not b))" },
	{ "V et F ou V", "(or (and 1 0) 1)" },
	{ "F\\text{ et }V \\lor V", "(or (and 0 1) 1)" },
	{ "V·a + V\xcc\x85", "(or (and 1 a) (not 1))" },
	{ "a\xcc\x85 · b\xcc\x85", "(and (not a) (not b))" },
	{ "0\xcc\x85", "(not 0)" },
	/* the other operators */
	{ "a⊕b⊕c", "(xor a b c)" },
	{ "a xor b", "(xor a b)" },
	{ "a ou exclusif b", "(xor a b)" },
	{ "a OU EXCLUSIF b", "(xor a b)" },
	{ "a ou-exclusif b", "(xor a b)" },
	{ "a ⇒ b", "(imp a b)" },
	{ "a => b", "(imp a b)" },
	{ "a->b", "(imp a b)" },
	{ "a → b", "(imp a b)" },
	{ "a implique b", "(imp a b)" },
	{ "a ⇔ b", "(iff a b)" },
	{ "a <=> b <=> c", "(iff a b c)" },
	{ "a ↔ b", "(iff a b)" },
	{ "a <-> b", "(iff a b)" },
	{ "a ≡ b", "(iff a b)" },
	{ "a si et seulement si b", "(iff a b)" },
	{ "a Si  et\nseulement si b", "(iff a b)" },
	{ "a équivaut à b", "(iff a b)" },
	{ "a EQUIVAUT A b", "(iff a b)" },
	{ "a e\xcc\x81quivaut a\xcc\x80 b", "(iff a b)" },
	{ "a ssi b", "(iff a b)" },
	{ "a ↑ b", "(nand a b)" },
	{ "a nand b", "(nand a b)" },
	{ "a non-et b", "(nand a b)" },
	{ "a non et b", "(nand a b)" },
	{ "a ↓ b", "(nor a b)" },
	{ "a NOR b", "(nor a b)" },
	{ "a non-ou b", "(nor a b)" },
	{ "(a↑b)↑(a↑b)", "(nand (nand a b) (nand a b))" },
	{ "¬a ↑ b'", "(nand (not a) (not b))" },
	{ "(a ↑ b) + c", "(or (nand a b) c)" },
	/* precedence */
	{ "a+bc", "(or a (and b c))" },
	{ "a+b⊕c", "(or a (xor b c))" },
	{ "a⊕bc", "(xor a (and b c))" },
	{ "a⇒b+c", "(imp a (or b c))" },
	{ "a⇔b⇒c", "(iff a (imp b c))" },
	{ "a⇒b⇔c", "(iff (imp a b) c)" },
	{ "(a⇒b)⇒c", "(imp (imp a b) c)" },
	{ "ab+cd+a'b'", "(or (and a b) (and c d) (and (not a) (not b)))" },
	{ "ab\n+ c\n", "(or (and a b) c)" },
	{ "a + b·c ⊕ d ⇒ a ⇔ b", "(iff (imp (or a (xor (and b c) d)) a) b)" },
	{ "non a ou b et c", "(or (not a) (and b c))" },
	/* constants and brackets */
	{ "0", "0" },
	{ "V", "1" },
	{ "F + a", "(or 0 a)" },
	{ "vrai et FAUX", "(and 1 0)" },
	{ "true or false", "(or 1 0)" },
	{ "⊤ ∧ ⊥", "(and 1 0)" },
	{ "[a+b]c", "(and (or a b) c)" },
	{ "{a+b}{c}", "(and (or a b) c)" },
	/* read over */
	{ "E = ab", "(and a b)" },
	{ "S=a", "a" },
	{ "= a + b", "(or a b)" },
	{ "f(a,b,c) = a", "a" },
	{ "f(a ; b) := a", "a" },
	{ "Ē = a", "a", "barred-name" },
	{ "E' = a", "a", "barred-name" },
	{ "\\overline{E} = a", "a", "barred-name" },
	{ "¬E = a", "a", "barred-name" },
	{ "F_1 = ab", "(and a b)" },
	{ "A = b", "b" },
	{ "E : ab", "(and a b)" },
	{ "E: a+b", "(or a b)" },
	{ "f(a,b,c) : a", "a" },
	{ "f(a) : a", "a" },
	{ "Ē : a", "a", "barred-name" },
	{ "¬E : a", "a", "barred-name" },
	{ "Réponse : ab", "(and a b)" },
	{ "Forme simplifiée :\nab + c.", "(or (and a b) c)" },
	/* quotes, as one pastes from a chat */
	{ "\"ab\"", "(and a b)" },
	{ "“a + b”", "(or a b)" },
	{ "« a + b »", "(or a b)" },
	{ "`ab'`", "(and a (not b))" },
	{ "```\nab\n```", "(and a b)" },
	{ "'a'b'", "(and (not a) b)" },
	{ "‘a+b’", "(or a b)" },
	{ "’a+b’.", "(or a b)" },
	{ "\"ab.\".", "(and a b)" },
	{ "E = \"ab\"", "(and a b)" },
	{ "\"E : « ab »\" ;", "(and a b)" },
	{ "“«`a`»”", "a" },
	/* LaTeX */
	{ "$a \\cdot \\overline{b}$", "(and a (not b))" },
	{ "\\overline{a b} + \\bar c", "(or (not (and a b)) (not c))" },
	{ "\\overline ab", "(and (not a) b)" },
	{ "\\bar{a}'", "(not (not a))" },
	{ "\\overline{\\overline{a}}", "(not (not a))" },
	{ "\\left(a\\lor b\\right)\\land\\lnot c", "(and (or a b) (not c))" },
	{ "\\neg a\\Rightarrow b\\iff c", "(iff (imp (not a) b) c)" },
	{ "a\\implies b", "(imp a b)" },
	{ "a\\oplus b", "(xor a b)" },
	{ "a\\Leftrightarrow b", "(iff a b)" },
	{ "\\(a \\wedge b\\)", "(and a b)" },
	{ "\\mathrm{a}\\text{ et }\\mathit{b}", "(and a b)" },
	{ "a\\,b\\;c", "(and a b c)" },
	{ "a^\\prime + b^{\\prime}", "(or (not a) (not b))" },
	{ "\\left\\{a\\right\\}", "a" },
	/* what keyboards, word processors and chats make */
	{ "A + B", "(or a b)" },
	{ "ａ＋ｂ", "(or a b)" },
	{ "𝑎 + 𝐛", "(or a b)" },
	{ "a\xc2\xa0+\xe2\x80\xaf"
	  "b",
		"(or a b)" },
	{ "\xef\xbb\xbf"
	  "a\r\n+\r\nb\r\n",
		"(or a b)" },
	{ "a\xe2\x80\x8b\xcc\x85", "(not a)" },
};

static void test_notations(void **state)
{
	for (size_t i = 0; i < COUNT(ROWS); i++)

		expect(&ABCD, ROWS[i].text, ROWS[i].tree, ROWS[i].remark);
}

static void test_names(void **state)
{
	static const char *const indexed[] = { "x1", "x2", "x12" };
	static const char *const low[] = { "x_1", "x₂" };
	static const char *const words[] = { "pluie", "Été", "est_public", "été_chaud" };
	static const char *const cases[] = { "a", "A" };
	static const char *const spelled[] = { "e", "t", "a" };
	static const char *const negation[] = { "n", "o", "a" };
	static const char *const truths[] = { "v", "F" };
	static const char *const accents[] = { "é", "e" };
	const struct vocabulary x = { indexed, 3 }, y = { low, 2 }, w = { words, 4 }, c = { cases, 2 },
				s = { spelled, 3 }, t = { truths, 2 }, e = { accents, 2 };

	expect(&x, "x1·x_2 + x₁", "(or (and x1 x2) x1)", NULL);
	expect(&x, "x_{12} + X_{1}", "(or x12 x1)", NULL);
	expect(&x,
		"x\xcc\x85"
		"1 + x1\xcc\x85 + x\xcc\x85₂\xcc\x85",
		"(or (not x1) (not x1) (not x2))", NULL);
	expect(&x, "x1' et /x2", "(and (not x1) (not x2))", NULL);
	expect(&x, "\\overline{x_{1}} \\cdot x_2", "(and (not x1) x2)", NULL);
	expect(&x, "\\bar{x}_1 + \\overline{x}_{12} + \\mathrm{x}_{2}", "(or (not x1) (not x12) x2)", NULL);
	expect(&x, "\\bar x_1 + \\bar{x}₂", "(or (not x1) (not x2))", NULL);
	expect(&y, "x1 + x2", "(or x_1 x₂)", NULL);
	expect(&w, "pluie et non PLUIE ou été", "(or (and pluie (not pluie)) Été)", NULL);
	expect(&w, "est_public => e\xcc\x81te\xcc\x81_chaud", "(imp est_public été_chaud)", NULL);
	expect(&w, "\\mathrm{est\\_public}", "est_public", NULL);
	expect(&w,
		"p\xcc\x85l\xcc\x85u\xcc\x85i\xcc\x85"
		"e\xcc\x85",
		"(not pluie)", NULL);
	expect(&c, "aA + A", "(or (and a A) A)", NULL);
	expect(&s, "et", "(and e t)", NULL);
	expect(&s, "et + aet", "(or (and e t) (and a e t))", NULL);
	expect(&s, "a ET' + e·t", "(or (and a e (not t)) (and e t))", NULL);
	expect(&(struct vocabulary){ negation, 3 }, "a·non' et a", "(and a n o (not n) a)", NULL);
	expect(&t, "V + f", "(or v F)", NULL);
	expect(&e, "ée\xcc\x81 + é\xcc\x85 + ē", "(or (and é é) (not é) (not e))", NULL);
}

static void expect_free(const char *text, const char *names, const char *tree)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf got = BUF_INIT, cleanup_buf list = BUF_INIT;
	struct vocabulary vocabulary = { NULL, 0 };
	struct reading_of reading;
	struct slip slip;

	if (expr_read_free(&reading, &vocabulary, text, arena, &slip) < 0)
		fail_msg("%s: %s at %d:%d", text, slip.message.code, slip.line, slip.column);
	for (unsigned i = 0; i < vocabulary.count; i++)
		buf_printf(&list, "%s ", vocabulary.names[i]);
	spell(&got, reading.expr, &vocabulary);
	assert_string_equal(buf_str(&list), names);
	assert_string_equal(buf_str(&got), tree);
}

static void test_authors(void **state)
{
	expect_free("E = bc + āb", "b c a ", "(or (and b c) (and (not a) b))");
	expect_free("x₁ + x_2·x1", "x1 x2 ", "(or x1 (and x2 x1))");
	expect_free("P ⇒ (Q et non p)", "P Q p ", "(imp P (and Q (not p)))");
	expect_free("1 + V", "", "(or 1 1)");
}

static void test_authors_keeps_a_vocabulary(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct vocabulary vocabulary = ABCD;
	struct reading_of reading;
	struct slip slip;

	assert_int_equal(expr_read_free(&reading, &vocabulary, "c", arena, &slip), 0);
	assert_int_equal(reading.expr->value, 2);
	assert_int_equal(expr_read_free(&reading, &vocabulary, "z", arena, &slip), -1);
}

static void test_vocabulary_name(void **state)
{
	static const char *const good[] = { "a", "A", "x1", "x_1", "x₁", "V", "pluie", "est_public", "é", "α", "a_b" };
	static const char *const bad[] = { "", "1", "1a", "et", "OU", "Non", "vrai", "xor", "a b", "a'", "ā", "a+",
		"_a", "a_", "(a)", "\xff", "а" /* Cyrillic */, "a\xcc\x85", "implique", "x_{1}",
		"abcdefghijklmnopqrstuvwxyzabcdefghijkl" };

	for (size_t i = 0; i < COUNT(good); i++)
		if (!vocabulary_name(good[i]))
			fail_msg("%s is a name", good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (vocabulary_name(bad[i]))
			fail_msg("%s is no name", bad[i]);
}

static void check_place(const struct expr *expr, size_t start, size_t end)
{
	assert_int_equal(expr->start, start);
	assert_int_equal(expr->end, end);
}

static void test_places(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const char *text = "E = ((a + b)' c) + \\overline{d}";
	struct reading_of reading;
	struct slip slip;
	const struct expr *sum, *product;

	assert_int_equal(expr_read(&reading, text, strlen(text), &ABCD, arena, &slip), 0);
	sum = reading.expr;
	check_place(sum, 4, 31);
	product = sum->operands[0];
	check_place(product, 5, 15);
	check_place(product->operands[0], 5, 13);
	check_place(product->operands[0]->operands[0], 6, 11);
	check_place(product->operands[1], 14, 15);
	check_place(sum->operands[1], 19, 31);
	check_place(sum->operands[1]->operands[0], 29, 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_notations), cmocka_unit_test(test_names),
		cmocka_unit_test(test_authors), cmocka_unit_test(test_authors_keeps_a_vocabulary),
		cmocka_unit_test(test_vocabulary_name), cmocka_unit_test(test_places) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
