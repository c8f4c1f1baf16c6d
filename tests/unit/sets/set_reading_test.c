/* What is read, as it prints; what is not, with the message and the place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "sets/read.h"

static const char *const names[] = { "A", "B", "C", "E", "AB2", NULL };
static const char *const elements[] = { "a", "b", "Paris", "3A", NULL };
static const struct set_words words = { .sets = names, .elements = elements, .universe = "E" };

struct row {
	const char *text, *printed;
};

static void check_reading(const struct row *row, struct arena *arena)
{
	struct set_reading reading, again;
	struct slip slip;

	if (set_read(&reading, row->text, strlen(row->text), &words, arena, &slip))
		fail_msg("%s: %s", row->text, slip.message.fr);
	const char *text = set_expr_text(reading.expr, arena);
	assert_string_equal(text, row->printed);
	if (set_read(&again, text, strlen(text), &words, arena, &slip))
		fail_msg("%s does not read back: %s", text, slip.message.fr);
	assert_string_equal(set_expr_text(again.expr, arena), text);
}

static void test_sets(void **state)
{
	static const struct row rows[] = {
		{ "{a;b}", "{a;b}" },
		{ "{b, a}", "{a;b}" },
		{ "{ 3 ; 1 ; 2 ; 1 }", "{1;2;3}" },
		{ "∅", "∅" },
		{ "{}", "∅" },
		{ "{ }", "∅" },
		{ "\\emptyset", "∅" },
		{ "Ø", "∅" },
		{ "{∅;{a};{a;b}}", "{∅;{a};{a;b}}" },
		{ "{{}, {b,a}, {a}}", "{∅;{a};{a;b}}" },
		{ "{(1;a),(1,b)}", "{(1;a);(1;b)}" },
		{ "{(1;2;3);(1;2)}", "{(1;2);(1;2;3)}" },
		{ "{1,5;2}", "{3/2;2}" },
		{ "{1,5}", "{1;5}" },
		{ "{1.5}", "{3/2}" },
		{ "{1/2, −3}", "{−3;1/2}" },
		{ "{(1,5;2), 3}", "{3;(3/2;2)}" },
		{ "{Paris; PARIS; A}", "{Paris;a}" },
		{ "{3A; x₁; été; a_1}", "{3A;a_1;x₁;été}" },
		{ "{(a)}", "{a}" },
		{ "⟦1;4⟧", "{1;2;3;4}" },
		{ "⟦−1,1⟧", "{−1;0;1}" },
		{ "[[2;3]]", "{2;3}" },
		{ "]−∞;4]", "]−∞;4]" },
		{ "[0;1[", "[0;1[" },
		{ "[0,1[", "[0;1[" },
		{ "[0,5;1[", "[1/2;1[" },
		{ "]-inf ; +oo[", "ℝ" },
		{ "[2;2]", "{2}" },
		{ "]2;2[", "∅" },
		{ "[−1;+∞]", "[−1;+∞[" },
		{ "]0;1[ ∪ ]2;3[", "]0;1[ ∪ ]2;3[" },
		{ "ℝ \\ {2}", "ℝ \\ {2}" },
		{ "ℝ\\{2}", "ℝ \\ {2}" },
		{ "\\{1;2\\}", "{1;2}" },
		{ "$\\left\\{1;2\\right\\}$", "{1;2}" },
		{ "A ∪ B", "A ∪ B" },
		{ "AUB", "A ∪ B" },
		{ "A U B", "A ∪ B" },
		{ "A n B", "A ∩ B" },
		{ "A union B union C", "A ∪ B ∪ C" },
		{ "A inter (B \\cup C)", "A ∩ (B ∪ C)" },
		{ "A privé de B", "A \\ B" },
		{ "A - B", "A \\ B" },
		{ "A − (B−C)", "A \\ (B \\ C)" },
		{ "A \\ B", "A \\ B" },
		{ "A \\setminus B", "A \\ B" },
		{ "A Δ B", "A Δ B" },
		{ "A delta B", "A Δ B" },
		{ "A x B", "A × B" },
		{ "A×B×{1}", "A × B × {1}" },
		{ "P(A)", "P(A)" },
		{ "𝒫(A ∪ B)", "P(A ∪ B)" },
		{ "card(A)", "card(A)" },
		{ "|A ∪ B|", "card(A ∪ B)" },
		{ "#A", "card(A)" },
		{ "A\u0305", "∁A" },
		{ "\u0100 ∩ B", "∁A ∩ B" },
		{ "A'", "∁A" },
		{ "(A ∪ B)'", "∁(A ∪ B)" },
		{ "\\overline{A ∪ B}", "∁(A ∪ B)" },
		{ "\\bar A", "∁A" },
		{ "∁_E A", "∁A" },
		{ "∁_{E}(A ∩ B)", "∁(A ∩ B)" },
		{ "∁_B A", "B \\ A" },
		{ "Aᶜ ∪ B^c", "∁A ∪ ∁B" },
		{ "non A", "∁A" },
		{ "non (A U B)", "∁(A ∪ B)" },
		{ "AB2 ∪ A", "AB2 ∪ A" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);

		check_reading(&rows[i], arena);
	}
}

struct slip_row {
	const char *text, *code;
	int column;
};

static void test_slips(void **state)
{
	static const struct slip_row rows[] = {
		{ "", "set-missing", 1 },
		{ "1;2", "set-not-read", 1 },
		{ "D", "set-not-read", 1 },
		{ "{1;2", "bracket-open", 5 },
		{ "{1;;2}", "element-missing", 4 },
		{ "{1;2;}", "element-missing", 6 },
		{ "{1 2}", "separator-missing", 2 },
		{ "{a b}", "separator-missing", 2 },
		{ "{1, 2; 3}", "mixed-separators", 3 },
		{ "{a, b; c}", "mixed-separators", 3 },
		{ "{(1;2;3;4;5;6;7;8;9)}", "tuple-size", 3 },
		{ "A ∪ B ∩ C", "ambiguous", 7 },
		{ "A \\ B \\ C", "ambiguous", 7 },
		{ "A ∪", "set-missing", 4 },
		{ "A + B", "algebra-sign", 3 },
		{ "(A", "bracket-open", 3 },
		{ "A B", "unexpected", 3 },
		{ "[1;2", "interval-open", 2 },
		{ "[0,5,2[", "interval-separator", 2 },
		{ "[3;1]", "bounds-reversed", 2 },
		{ "]+∞;0[", "bounds-reversed", 2 },
		{ "⟦1;1/2⟧", "bounds-whole", 2 },
		{ "⟦1;100000⟧", "set-too-large", 2 },
		{ "[x;1]", "bound-expected", 2 },
		{ "∁_Z A", "universe-expected", 3 },
		{ "P A", "set-not-read", 1 },
		{ "((((((((((((((((((((((((A))))))))))))))))))))))))", "too-deep", 13 },
		{ "A'''''", "too-deep", 7 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct set_reading reading;
		struct slip slip = { 0 };

		if (set_read(&reading, rows[i].text, strlen(rows[i].text), &words, arena, &slip) == 0)
			fail_msg("%s is read", rows[i].text);
		if (strcmp(slip.message.code, rows[i].code) != 0 || slip.column != rows[i].column)
			fail_msg("%s: %s at %d", rows[i].text, slip.message.code, slip.column);
	}
}

static void test_couples(void **state)
{
	static const struct row rows[] = {
		{ "{(1;2);(2;3)}", "{(1;2);(2;3)}" },
		{ "(1,2), (2,3)", "{(1;2);(2;3)}" },
		{ "(1;2) (2;3) et (3;3)", "{(1;2);(2;3);(3;3)}" },
		{ "1→2, 2→3", "{(1;2);(2;3)}" },
		{ "1->2; 2->3", "{(1;2);(2;3)}" },
		{ "1→2→3", "{(1;2);(2;3)}" },
		{ "1→2\n2→3", "{(1;2);(2;3)}" },
		{ "1 → a, b ; 2 → a", "{(1;a);(1;b);(2;a)}" },
		{ "∅", "∅" },
		{ "{}", "∅" },
		{ "aucun", "∅" },
		{ "a ↦ b", "{(a;b)}" },
	};
	static const struct slip_row bad[] = {
		{ "1, 2", "arrow-expected", 2 },
		{ "{(1;2;3)}", "couple-expected", 2 },
		{ "{(1;2)", "bracket-open", 7 },
		{ "(1;2) 3", "couple-expected", 7 },
		{ "1→", "element-missing", 3 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct element *set;
		struct slip slip;

		if (couples_read(&set, rows[i].text, strlen(rows[i].text), &words, arena, &slip))
			fail_msg("%s: %s", rows[i].text, slip.message.fr);
		assert_string_equal(element_text(set, 0, arena), rows[i].printed);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct element *set;
		struct slip slip;

		if (couples_read(&set, bad[i].text, strlen(bad[i].text), &words, arena, &slip) == 0)
			fail_msg("%s is read", bad[i].text);
		if (strcmp(slip.message.code, bad[i].code) != 0 || slip.column != bad[i].column)
			fail_msg("%s: %s at %d", bad[i].text, slip.message.code, slip.column);
	}
}

static void test_cardinals(void **state)
{
	static const struct row rows[] = { { "12", "12" }, { " 64 ", "64" }, { "2^6", "64" }, { "2⁶", "64" },
		{ "2³", "8" }, { "3×4", "12" }, { "3 x 4", "12" }, { "2^3*5", "40" }, { "1 000", "1000" } };
	static const char *const bad[] = { "", "a", "1/2", "2^", "2^99999", "3×", "1;2", "{1}", NULL };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct number *number;
		struct slip slip;

		if (cardinal_read(&number, rows[i].text, strlen(rows[i].text), arena, &slip))
			fail_msg("%s: %s", rows[i].text, slip.message.fr);
		assert_string_equal(number_plain(number, arena), rows[i].printed);
	}
	for (const char *const *text = bad; *text; text++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct number *number;
		struct slip slip = { 0 };

		if (cardinal_read(&number, *text, strlen(*text), arena, &slip) == 0)
			fail_msg("%s is read", *text);
		assert_non_null(slip.message.fr);
	}
}

static void test_notes(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct set_reading reading;
	struct slip slip;

	assert_int_equal(set_read(&reading, "{3;{a};1;{a}}", 13, &words, arena, &slip), 0);
	assert_string_equal(element_text(reading.twice, 0, arena), "{a}");
	assert_int_equal(set_read(&reading, "[-inf;1]", 8, &words, arena, &slip), 0);
	assert_true(reading.infinity_closed);
	assert_null(reading.twice);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_couples),
		cmocka_unit_test(test_cardinals),
		cmocka_unit_test(test_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
