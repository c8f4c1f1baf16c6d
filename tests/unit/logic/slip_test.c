/* Texts that cannot be read: the text, the slip's code, its column, and a piece of what it says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "../messages/message_table.h"
#include "base/buf.h"
#include "logic/read.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *const LETTERS[] = { "a", "b", "c", "d" };
static const struct vocabulary ABCD = { LETTERS, 4 };

struct row {
	const char *text, *code;
	int column;
	const char *says; /* in French; NULL: anything */
};

static void slip_of(
	struct slip *slip, const char *text, size_t bytes, const struct vocabulary *vocabulary, struct arena *arena)
{
	struct reading_of reading;

	memset(slip, 0xff, sizeof(*slip));
	if (expr_read(&reading, text, bytes, vocabulary, arena, slip) == 0)
		fail_msg("%.60s: was read", text);
	assert_string_not_equal(slip->message.fr, slip->message.code);
	assert_null(strchr(slip->message.fr, '{'));
	assert_null(strchr(slip->message.en, '{'));
	assert_true(slip->start <= slip->end && slip->end <= bytes);
}

static void expect(const struct vocabulary *vocabulary, const struct row *row)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct slip slip;

	slip_of(&slip, row->text, strlen(row->text), vocabulary, arena);
	if (strcmp(slip.message.code, row->code) != 0 || slip.column != row->column)
		fail_msg("%s: %s at %d, expected %s at %d", row->text, slip.message.code, slip.column, row->code,
			row->column);
	if (row->says != NULL && strstr(slip.message.fr, row->says) == NULL)
		fail_msg("%s: says %s, not %s", row->text, slip.message.fr, row->says);
}

static const struct row ROWS[] = {
	{ "", "blank", 1 },
	{ " \n ", "blank", 1 },
	{ "E =", "blank", 1 },
	{ "$$", "blank", 1 },
	/* variables */
	{ "a + e", "unknown-variable", 5, "a, b, c, d" },
	{ "ab + xe", "unknown-variable", 6, "« x »" },
	{ "a + á", "unknown-variable-near", 5, "« a »" },
	{ "a1", "unknown-variable", 1, "a1" },
	{ "a + b_2", "unknown-variable", 5, "b_2" },
	{ "bonjour", "unknown-variable", 1, "« bonjour »" },
	{ "a oub", "glued-word", 3, "« ou »" },
	{ "aetb", "glued-word", 1, "« et »" },
	{ "nona", "glued-word", 1, "« non »" },
	{ "a + а", "cyrillic-letter", 5, "lettre cyrillique U+0430" },
	{ "аb", "cyrillic-letter", 1, "« a »" },
	{ "a·α", "greek-letter", 3, "lettre grecque" },
	/* arithmetic */
	{ "b+c−bc", "arithmetic", 4, "soustraction" },
	{ "b+c-bc", "arithmetic", 4 },
	{ "a – b", "arithmetic", 3 },
	{ "-a", "arithmetic", 1 },
	{ "1-a", "arithmetic-complement", 2, "1 − a" },
	{ "1 − a", "arithmetic-complement", 3 },
	{ "2a", "arithmetic-number", 1, "« 2 »" },
	{ "a + 10", "arithmetic-number", 5, "« 10 »" },
	{ "a·0.5", "arithmetic-number", 5 },
	{ "a^2", "arithmetic-power", 2 },
	{ "a²", "arithmetic-power", 2 },
	{ "a ÷ b", "arithmetic-division", 3 },
	{ "\\frac{a}{b}", "arithmetic-division", 1 },
	/* sets and other signs */
	{ "a ∈ b", "set-sign", 3, "« ∈ »" },
	{ "∅", "set-sign", 1 },
	{ "a \\ b", "set-sign", 3 },
	{ "a\\b", "set-sign", 2 },
	{ "a ⊂ b", "set-sign", 3 },
	{ "a^b", "caret", 2 },
	{ "ab = c", "equals", 4 },
	{ "a = c", "equals", 3 },
	{ "E = a = b", "equals", 7 },
	{ "a == b", "equals", 3 },
	/* labels and quotes that are none */
	{ "a : b", "unknown-sign", 3 },
	{ "ab : c", "unknown-sign", 4 },
	{ "a et b : c", "unknown-sign", 8 },
	{ "E :: a", "unknown-sign", 4 },
	{ "\"a + b", "unknown-sign", 1 },
	{ "\"ab\" + c", "unknown-sign", 1 },
	{ "« a + @ »", "unknown-sign", 7, "« @ »" },
	{ "E : \"a + @\"", "unknown-sign", 10 },
	{ "\"\"", "blank", 1 },
	{ "a != b", "not-equal", 3 },
	{ "a ≠ b", "not-equal", 3 },
	{ "a <= b", "arrow-left", 3 },
	{ "a ← b", "arrow-left", 3 },
	{ "a @ b", "unknown-sign", 3, "« @ » (U+0040)" },
	{ "a , b", "unknown-sign", 3 },
	{ "a + 漢", "unknown-sign", 5, "U+6F22" },
	{ "∀a", "unknown-sign", 1 },
	{ "a₁ + ₁", "unknown-variable", 1 },
	{ "a + ₁", "unknown-sign", 5 },
	{ "a\x01", "unknown-control", 2, "U+0001" },
	{ "a\\foo b", "unknown-command", 2, "\\foo" },
	{ "a\xff", "not-utf8", 2 },
	{ "a\xcc", "not-utf8", 2 },
	/* bars */
	{ "\xcc\x85"
	  "a",
		"lone-bar", 1 },
	{ "a + \xcc\x85", "lone-bar", 4 },
	{ "a ‾", "lone-bar", 3 },
	{ "¯a", "lone-bar", 1 },
	{ "(a+b)\xcc\x85", "bar-over-sign", 5, "longue barre" },
	{ "a+\xcc\x85"
	  "b",
		"bar-over-sign", 2 },
	{ "2\xcc\x85", "arithmetic-number", 1 },
	{ "a\xcc\xb8", "unknown-mark", 1, "U+0338" },
	{ "a\xcc\x85\xcc\x85 + a\xcc\x85 e", "unknown-variable", 7 },
	/* two ways */
	{ "a/b", "ambiguous-slash", 2, "a·/b" },
	{ "(a)/b", "ambiguous-slash", 4 },
	{ "a ⇒ b ⇒ c", "ambiguous-implies", 7 },
	{ "a ⇒ b+c ⇒ d", "ambiguous-implies", 9 },
	{ "a ↑ b ↑ c", "ambiguous-nand", 7 },
	{ "a ↑ b + c", "ambiguous-nand", 7 },
	{ "a + b ↓ c", "ambiguous-nand", 7 },
	{ "ab ↑ c", "ambiguous-nand", 4 },
	{ "a ↑ bc", "ambiguous-nand", 6 },
	{ "a ↑ b ⇒ c", "ambiguous-nand", 7 },
	{ "a v b", "ambiguous-v", 3, "∨" },
	{ "a V b", "ambiguous-v", 3 },
	{ "aVb", "ambiguous-v", 2 },
	{ "avb", "ambiguous-v", 2 },
	{ "aV", "ambiguous-v", 2 },
	{ "V(a)", "ambiguous-v", 1 },
	{ "aF", "unknown-variable", 2 },
	{ "v + a", "unknown-variable", 1 },
	{ "a ou bien b", "ambiguous-or", 3 },
	/* what is missing */
	{ "+ a", "missing-left", 1 },
	{ "a +", "missing-right", 3 },
	{ "a + + b", "missing-between", 5 },
	{ "a · + b", "missing-between", 5, "« · » et « + »" },
	{ "(a +)", "missing-right", 4 },
	{ "(+ a)", "missing-left", 2 },
	{ "non", "missing-negated", 1 },
	{ "¬ + a", "missing-between", 3 },
	{ "a + '", "missing-between", 5 },
	{ "'a", "lone-prime", 1 },
	{ "a et", "missing-right", 3, "« et »" },
	{ "a et ou b", "missing-between", 6 },
	{ "a +.", "missing-right", 3 },
	{ ".", "missing-left", 1 },
	{ "a..", "missing-right", 2 },
	{ "a non b", "missing-operator", 3 },
	{ "1 0", "missing-operator", 3 },
	{ "ab + c\n\nd", "line-break", 1 },
	{ "(a", "parenthesis-open", 1 },
	{ "((a+b)", "parenthesis-open", 1 },
	{ "a(b+(c)", "parenthesis-open", 2 },
	{ "a + (", "parenthesis-open", 5 },
	{ "a)", "parenthesis-close", 2 },
	{ ")", "parenthesis-close", 1 },
	{ "(a+b))·c", "parenthesis-close", 6 },
	{ "(a]", "parenthesis-shape", 3 },
	{ "()", "empty-parentheses", 1 },
	{ "a·( )", "empty-parentheses", 3 },
};

static void test_slips(void **state)
{
	for (size_t i = 0; i < COUNT(ROWS); i++)
		expect(&ABCD, &ROWS[i]);
}

static void test_names(void **state)
{
	static const char *const indexed[] = { "x1", "x2" };
	static const char *const words[] = { "pluie", "nuit", "vacances" };
	static const char *const cases[] = { "Ab", "aB" };
	static const char *const spelled[] = { "e", "t", "a", "n", "o", "u" };
	const struct vocabulary x = { indexed, 2 }, w = { words, 3 }, c = { cases, 2 }, s = { spelled, 6 },
				none = { NULL, 0 };
	static const struct row of_x[] = { { "x1x2", "juxtaposition-off", 1, "x1·x2" },
		{ "x1 x2", "missing-operator", 4, "point" }, { "x1(x2+x1)", "missing-operator", 3 },
		{ "(x1+x2)(x1)", "missing-operator", 8 }, { "x3", "unknown-variable", 1, "x1, x2" },
		{ "x", "unknown-variable", 1 } };
	static const struct row of_w[] = { { "pluei", "unknown-variable-near", 1, "« pluie »" },
		{ "nuit et vacance", "unknown-variable-near", 9, "« vacances »" },
		{ "neige", "unknown-variable", 1, "pluie, nuit" }, { "p\xcc\x85luie", "bar-over-part", 1 },
		{ "pluienuit", "juxtaposition-off", 1, "pluie·nuit" } };
	static const struct row of_c[] = { { "AB", "unknown-variable-near", 1, "« Ab »" } };
	static const struct row of_s[] = { { "a et a", "ambiguous-word", 3, "« et »" },
		{ "non a", "ambiguous-word", 1 }, { "a ou a", "ambiguous-word", 3 } };

	for (size_t i = 0; i < COUNT(of_x); i++)
		expect(&x, &of_x[i]);
	for (size_t i = 0; i < COUNT(of_w); i++)
		expect(&w, &of_w[i]);
	expect(&c, &of_c[0]);
	for (size_t i = 0; i < COUNT(of_s); i++)
		expect(&s, &of_s[i]);
	expect(&none, &(struct row){ "a", "unknown-variable", 1, NULL });
}

static void test_lines(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const char *text = "a\xcc\x85 +\r\n  e\xcc\x85 + b\rx";
	struct slip slip;

	slip_of(&slip, text, strlen(text), &ABCD, arena);
	assert_string_equal(slip.message.code, "unknown-variable");
	assert_int_equal(slip.line, 2);
	assert_int_equal(slip.column, 3);
	slip.start = strlen(text) - 1;
	slip_place(&slip, text, strlen(text));
	assert_int_equal(slip.line, 3);
	assert_int_equal(slip.column, 1);
	slip.start = 1000;
	slip_place(&slip, text, strlen(text));
	assert_int_equal(slip.column, 2);
}

static void test_too_many_variables(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct vocabulary vocabulary = { NULL, 0 };
	struct reading_of reading;
	struct slip slip;

	assert_int_equal(expr_read_free(&reading, &vocabulary, "abcdefghijklmnop", arena, &slip), 0);
	assert_int_equal(vocabulary.count, 16);
	vocabulary.count = 0;
	assert_int_equal(expr_read_free(&reading, &vocabulary, "abcdefghijklmnop + q", arena, &slip), -1);
	assert_string_equal(slip.message.code, "too-many-variables");
	assert_int_equal(slip.column, 20);
}

static void test_long_name(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct vocabulary vocabulary = { NULL, 0 };
	struct reading_of reading;
	struct slip slip;

	assert_int_equal(
		expr_read_free(&reading, &vocabulary, "a1 + x1234567890123456789012345678901234567890", arena, &slip),
		-1);
	assert_string_equal(slip.message.code, "name-too-long");
	assert_int_equal(slip.column, 6);
}

static char *repeated(const char *piece, size_t times, const char *last)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < times; i++)
		buf_addstr(&text, piece);
	buf_addstr(&text, last);
	return buf_take(&text);
}

static void expect_huge(const char *piece, size_t times, const char *last, const char *code)
{
	struct arena *cleanup_arena arena = arena_new(0);
	char *text = repeated(piece, times, last);
	struct slip slip;

	slip_of(&slip, text, strlen(text), &ABCD, arena);
	assert_string_equal(slip.message.code, code);
	free(text);
}

static void test_bounds(void **state)
{
	expect_huge("(", 1 << 20, "", "too-long");
	expect_huge("(", READ_BYTES_MAX, "", "too-deep");
	expect_huge("(", READ_DEPTH_MAX + 1, "a", "too-deep");
	expect_huge("!", READ_BYTES_MAX - 1, "a", "too-many-parts");
	expect_huge("!", READ_DEPTH_MAX, "a", "too-deep");
	expect_huge("a+", READ_BYTES_MAX / 2 - 1, "a", "too-many-parts");
	expect_huge("a", READ_BYTES_MAX, "", "too-many-parts");
	expect_huge("\\overline{", 5000, "a", "too-deep");
	expect_huge("(a+", READ_DEPTH_MAX + 1, "a", "too-deep");
	expect_huge("bonjour", 9000, "", "unknown-variable");
}

static void test_messages(void **state)
{
	message_table_check(&logic_messages);
	message_table_check_spaces(&logic_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_slips), cmocka_unit_test(test_names),
		cmocka_unit_test(test_lines), cmocka_unit_test(test_too_many_variables),
		cmocka_unit_test(test_long_name), cmocka_unit_test(test_bounds), cmocka_unit_test(test_messages) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
