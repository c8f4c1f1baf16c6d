/*
 * Formulas as written: a table of trees and their three forms, and the way back. Random trees are written by the printers
 * under test and, in every notation of the grammar, by a printer of this test; what is read back is the same tree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "logic/print.h"
#include "logic/read.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define BAR          "\xcc\x85"

static const char *const LETTERS[] = { "a", "b", "c", "d" };
static const char *const INDEXED[] = { "x1", "x_2", "x₃", "x12" };
static const char *const WORDS[] = { "pluie", "nuit", "est_public", "été" };
static const char *const SPELLED[] = { "e", "t", "o", "u" };
static const char *const TRUTHS[] = { "v", "F", "P", "Q" };
static const char *const CASES[] = { "a", "A", "é", "α" };
static const struct vocabulary VOCABULARIES[] = { { LETTERS, 4 }, { INDEXED, 4 }, { WORDS, 4 }, { SPELLED, 4 },
	{ TRUTHS, 4 }, { CASES, 4 } };

struct row {
	const struct vocabulary *vocabulary;
	const char *typed, *text, *latex;
};

static const struct row ROWS[] = {
	{ &VOCABULARIES[0], "a et non b ou c", "ab" BAR " + c", "a\\overline{b} + c" },
	{ &VOCABULARIES[0], "non(ab)", "¬(ab)", "\\overline{ab}" },
	{ &VOCABULARIES[0], "non(a+b)c", "¬(a + b)c", "\\overline{a + b}c" },
	{ &VOCABULARIES[0], "a''", "¬a" BAR, "\\overline{\\overline{a}}" },
	{ &VOCABULARIES[0], "a(b+c)", "a(b + c)", "a\\left(b + c\\right)" },
	{ &VOCABULARIES[0], "a(bc)", "a(bc)", "a\\left(bc\\right)" },
	{ &VOCABULARIES[0], "a+(b+c)", "a + (b + c)", "a + \\left(b + c\\right)" },
	{ &VOCABULARIES[0], "1·a·0", "1·a·0", "1 \\cdot a \\cdot 0" },
	{ &VOCABULARIES[0], "a xor b or c", "a ⊕ b + c", "a \\oplus b + c" },
	{ &VOCABULARIES[0], "(a ↑ b) ↓ ¬c", "(a ↑ b) ↓ c" BAR,
		"\\left(a \\uparrow b\\right) \\downarrow \\overline{c}" },
	{ &VOCABULARIES[0], "(a↑b)c", "(a ↑ b)c", "\\left(a \\uparrow b\\right)c" },
	{ &VOCABULARIES[0], "a et b => non c", "a ∧ b ⇒ ¬c", "a \\land b \\Rightarrow \\lnot c" },
	{ &VOCABULARIES[0], "(a => b) => V", "(a ⇒ b) ⇒ V", "\\left(a \\Rightarrow b\\right) \\Rightarrow V" },
	{ &VOCABULARIES[0], "non(a ou b) <=> 0", "¬(a ∨ b) ⇔ F", "\\lnot \\left(a \\lor b\\right) \\Leftrightarrow F" },
	{ &VOCABULARIES[1], "x1'·x2 + x3", "x" BAR "1·x_2 + x₃", "\\overline{x_{1}} \\cdot x_{2} + x_{3}" },
	{ &VOCABULARIES[2], "non pluie et est_public", "¬pluie·est_public",
		"\\overline{\\mathrm{pluie}} \\cdot \\mathrm{est\\_public}" },
	{ &VOCABULARIES[3], "e·t", "e·t", "e \\cdot t" },
	{ &VOCABULARIES[4], "P => 1", "P ⇒ 1", "P \\Rightarrow 1" },
	{ &VOCABULARIES[5], "aA'é" BAR "α", "aA" BAR "é" BAR "α", "a\\overline{A}\\overline{é}α" },
};

static void test_table(void **state)
{
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf latex = BUF_INIT;
		const struct print_style style = { ROWS[i].vocabulary, false };
		struct reading_of reading;
		struct slip slip;

		if (expr_read(&reading, ROWS[i].typed, strlen(ROWS[i].typed), ROWS[i].vocabulary, arena, &slip) < 0)
			fail_msg("%s: %s", ROWS[i].typed, slip.message.fr);
		assert_string_equal(expr_text(reading.expr, &style, arena), ROWS[i].text);
		expr_print_latex(&latex, reading.expr, &style);
		assert_string_equal(buf_str(&latex), ROWS[i].latex);
	}
}

static void expect_mathml(const struct vocabulary *vocabulary, const char *typed, const char *inside)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf mathml = BUF_INIT;
	const struct print_style style = { vocabulary, false };
	struct reading_of reading;
	struct slip slip;

	assert_int_equal(expr_read(&reading, typed, strlen(typed), vocabulary, arena, &slip), 0);
	expr_print_mathml(&mathml, reading.expr, &style);
	assert_string_equal(buf_str(&mathml),
		arena_printf(arena, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>", inside));
}

static void test_mathml(void **state)
{
	static const char *const hostile[] = { "<b>&\"" };
	const struct vocabulary names = { hostile, 1 };
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf mathml = BUF_INIT;

	expect_mathml(&VOCABULARIES[0], "a", "<mi>a</mi>");
	expect_mathml(&VOCABULARIES[0], "non(ab)+1",
		"<mrow><mover accent=\"true\" "
		"class=\"bar\"><mrow><mrow><mi>a</mi><mo>&#x2062;</mo><mi>b</mi></mrow></mrow>"
		"<mo stretchy=\"true\">¯</mo></mover><mo>+</mo><mn>1</mn></mrow>");
	expect_mathml(&VOCABULARIES[0], "(a+b)c",
		"<mrow><mrow><mo>(</mo><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>)</mo></mrow><mo>&#x2062;</mo>"
		"<mi>c</mi></mrow>");
	expect_mathml(
		&VOCABULARIES[0], "non a => V", "<mrow><mrow><mo>¬</mo><mi>a</mi></mrow><mo>⇒</mo><mi>V</mi></mrow>");
	expect_mathml(&VOCABULARIES[1], "x12", "<msub><mi>x</mi><mn>12</mn></msub>");
	expr_print_mathml(&mathml, expr_variable(arena, 0), &(struct print_style){ &names, false });
	assert_non_null(strstr(buf_str(&mathml), "<mi>&#60;b&#62;&#38;&#34;</mi>"));
}

/* ---- random trees ---- */

static uint32_t draw(uint64_t *seed, uint32_t below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*seed >> 33) % below;
}

static const struct expr *random_tree(struct arena *arena, uint64_t *seed, unsigned depth, bool propositions)
{
	static const enum expr_op ops[] = { EXPR_AND, EXPR_AND, EXPR_OR, EXPR_OR, EXPR_XOR, EXPR_NAND, EXPR_NOR,
		EXPR_IMPLIES, EXPR_IFF };
	const struct expr *parts[4];
	uint32_t choice = draw(seed, 12);
	enum expr_op op;
	size_t count = 2;

	if (depth == 0 || choice == 0)
		return draw(seed, 8) == 0 ? expr_constant(arena, draw(seed, 2)) : expr_variable(arena, draw(seed, 4));
	if (choice <= 3)
		return expr_not(arena, random_tree(arena, seed, depth - 1, propositions));
	op = ops[draw(seed, propositions ? 9 : 7)];
	if (op != EXPR_NAND && op != EXPR_NOR && op != EXPR_IMPLIES)
		count += draw(seed, 3);
	for (size_t i = 0; i < count; i++)
		parts[i] = random_tree(arena, seed, depth - 1, propositions);
	return expr_new(arena, op, parts, count);
}

static void expect_back(
	const char *text, const struct expr *tree, const struct vocabulary *vocabulary, struct arena *arena)
{
	struct reading_of reading;
	struct slip slip;

	if (expr_read(&reading, text, strlen(text), vocabulary, arena, &slip) < 0)
		fail_msg("%s: %s at %d", text, slip.message.fr, slip.column);
	if (!expr_same(reading.expr, tree))
		fail_msg("%s: read back as %s", text,
			expr_text(reading.expr, &(struct print_style){ vocabulary, false }, arena));
}

/* A vocabulary whose names were worked out once writes the same. */
static void expect_same(const struct expr *tree, const struct print_style *style, struct arena *arena)
{
	static void (*const ways[])(struct buf *, const struct expr *, const struct print_style *) = { expr_print,
		expr_print_latex, expr_print_mathml };
	struct print_style known = *style;

	known.names = print_names_of(style->vocabulary, arena);
	for (size_t i = 0; i < COUNT(ways); i++) {
		struct buf cleanup_buf each = BUF_INIT, once = BUF_INIT;

		ways[i](&each, tree, style);
		ways[i](&once, tree, &known);
		assert_string_equal(buf_str(&once), buf_str(&each));
	}
}

static void test_way_back(void **state)
{
	uint64_t seed = 5;

	for (unsigned i = 0; i < 6000; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf latex = BUF_INIT;
		const struct vocabulary *vocabulary = &VOCABULARIES[i % COUNT(VOCABULARIES)];
		const struct print_style style = { vocabulary, i % 5 == 0 };
		const struct expr *tree = random_tree(arena, &seed, 1 + i % 6, i % 2);

		expect_back(expr_text(tree, &style, arena), tree, vocabulary, arena);
		expr_print_latex(&latex, tree, &style);
		expect_back(buf_str(&latex), tree, vocabulary, arena);
		expect_same(tree, &style, arena);
	}
}

static void test_deepest(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf latex = BUF_INIT;
	const struct print_style style = { &VOCABULARIES[0], false };
	const struct expr *tree = expr_variable(arena, 0);

	for (int i = 1; i < READ_DEPTH_MAX; i++)
		tree = i % 3 == 0 ? expr_not(arena, tree) : expr_pair(arena, EXPR_AND, tree, expr_variable(arena, 1));
	expect_back(expr_text(tree, &style, arena), tree, style.vocabulary, arena);
	expr_print_latex(&latex, tree, &style);
	expect_back(buf_str(&latex), tree, style.vocabulary, arena);
}

/* ---- every notation ---- */

static const char *const ANDS[] = { ".", "·", "•", "∙", "⋅", "*", "×", "∧", "/\\", "&", "&&", " et ", " ET ", " and ",
	"∩", " \\land ", " \\wedge ", " \\cdot ", " \\times ", "\\text{ et }" };
static const char *const ORS[] = { "+", "∨", "\\/", "|", "||", " ou ", " OU ", " or ", "∪", " \\lor ", " \\vee ",
	"＋" };
static const char *const XORS[] = { "⊕", " xor ", " XOR ", " ou exclusif ", "\n ou-exclusif\t", " \\oplus ", "⊻" };
static const char *const NANDS[] = { "↑", " nand ", " non-et ", " NON ET ", " \\uparrow ", "⊼" };
static const char *const NORS[] = { "↓", " nor ", " non-ou ", " non ou ", " \\downarrow ", "⊽" };
static const char *const IMPLICATIONS[] = { "⇒", "=>", "->", "→", "==>", "-->", "⟹", " implique ", " implies ",
	" \\Rightarrow ", " \\implies ", " \\to " };
static const char *const EQUIVALENCES[] = { "⇔", "<=>", "<->", "↔", "≡", "<==>", "⟺", " si et seulement si ", " ssi ",
	" équivaut à ", " iff ", " est équivalent à ", " \\Leftrightarrow ", " \\iff " };
static const char *const PREFIXES[] = { "/", "!", "~", "¬", "non ", "NON", "not ", "\\lnot ", "\\neg " };
static const char *const TRUE_WORDS[] = { "1", "vrai", "VRAI", "true", "⊤", "\\top " };
static const char *const FALSE_WORDS[] = { "0", "faux", "Faux", "false", "⊥", "\\bot " };
static const char *const OPENS[] = { "(", "[", "{", "\\left(", "( ", "\\bigl[" };
static const char *const CLOSES[] = { ")", "]", "}", "\\right)", "\xc2\xa0)", "\\bigr]" };

#define ONE_OF(list, seed) (list)[draw(seed, COUNT(list))]

static const char *operator_of(enum expr_op op, uint64_t *seed)
{
	switch (op) {
	case EXPR_AND:
		return ONE_OF(ANDS, seed);
	case EXPR_OR:
		return ONE_OF(ORS, seed);
	case EXPR_XOR:
		return ONE_OF(XORS, seed);
	case EXPR_NAND:
		return ONE_OF(NANDS, seed);
	case EXPR_NOR:
		return ONE_OF(NORS, seed);
	case EXPR_IMPLIES:
		return ONE_OF(IMPLICATIONS, seed);
	default:
		return ONE_OF(EQUIVALENCES, seed);
	}
}

static void scribble(struct buf *out, const struct expr *tree, const struct vocabulary *vocabulary, uint64_t *seed);

static void scribble_inside(
	struct buf *out, const struct expr *tree, const struct vocabulary *vocabulary, uint64_t *seed)
{
	uint32_t shape = draw(seed, COUNT(OPENS));

	buf_addstr(out, OPENS[shape]);
	scribble(out, tree, vocabulary, seed);
	buf_addstr(out, CLOSES[shape]);
}

static void scribble_not(struct buf *out, const struct expr *tree, const struct vocabulary *vocabulary, uint64_t *seed)
{
	static const char *const primes[] = { "'", "’", "′", "´", "^\\prime", "^{\\prime}" };
	static const char *const bars[] = { "\\overline{", "\\bar{", "\\overline {" };
	static const char *const marks[] = { BAR, "\xcc\x84" };
	bool leaf = tree->count == 0;

	switch (draw(seed, 4)) {
	case 0:
		buf_addstr(out, ONE_OF(PREFIXES, seed));
		if (leaf && draw(seed, 2))
			buf_printf(out, " %s",
				tree->op == EXPR_VARIABLE ? vocabulary->names[tree->value]
				: tree->value             ? "1"
							  : "0");
		else
			scribble_inside(out, tree, vocabulary, seed);
		return;
	case 1:
		buf_addstr(out, ONE_OF(bars, seed));
		scribble(out, tree, vocabulary, seed);
		buf_addch(out, '}');
		return;
	case 2:
		if (tree->op == EXPR_VARIABLE && strlen(vocabulary->names[tree->value]) == 1) {
			buf_addstr(out, vocabulary->names[tree->value]);
			buf_addstr(out, ONE_OF(marks, seed));
			return;
		}
		/* fallthrough */
	default:
		scribble_inside(out, tree, vocabulary, seed);
		buf_addstr(out, ONE_OF(primes, seed));
	}
}

/* Operands always stand in parentheses here, but letters and negations. */
static void scribble(struct buf *out, const struct expr *tree, const struct vocabulary *vocabulary, uint64_t *seed)
{
	bool before_is_group = false;

	if (tree->op == EXPR_CONSTANT) {
		buf_addstr(out, tree->value ? ONE_OF(TRUE_WORDS, seed) : ONE_OF(FALSE_WORDS, seed));
		return;
	}
	if (tree->op == EXPR_VARIABLE) {
		buf_addstr(out, vocabulary->names[tree->value]);
		return;
	}
	if (tree->op == EXPR_NOT) {
		scribble_not(out, tree->operands[0], vocabulary, seed);
		return;
	}
	for (size_t i = 0; i < tree->count; i++) {
		const struct expr *part = tree->operands[i];
		bool group = part->count > 0 && part->op != EXPR_NOT;

		/* Beside a group a product needs no sign, where names are letters. */
		if (i > 0 && !(tree->op == EXPR_AND && vocabulary == &VOCABULARIES[0] && (group || before_is_group) &&
				     part->op != EXPR_NOT && part->op != EXPR_CONSTANT && draw(seed, 2)))
			buf_printf(out, "%s%s%s", draw(seed, 2) ? " " : "", operator_of(tree->op, seed),
				draw(seed, 2) ? "\xe2\x80\xaf" : "");
		if (group)
			scribble_inside(out, part, vocabulary, seed);
		else
			scribble(out, part, vocabulary, seed);
		before_is_group = group;
	}
}

static void test_every_notation(void **state)
{
	static const char *const leads[] = { "", "E = ", "f(a, b) =", "= ", "\\overline{E} = ", "$" };
	uint64_t seed = 7;

	for (unsigned i = 0; i < 8000; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf text = BUF_INIT;
		const struct vocabulary *vocabulary = &VOCABULARIES[i % 3];
		const struct expr *tree = random_tree(arena, &seed, 1 + i % 5, true);

		buf_addstr(&text, ONE_OF(leads, &seed));
		scribble(&text, tree, vocabulary, &seed);
		expect_back(buf_str(&text), tree, vocabulary, arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_table), cmocka_unit_test(test_mathml),
		cmocka_unit_test(test_way_back), cmocka_unit_test(test_deepest),
		cmocka_unit_test(test_every_notation) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
