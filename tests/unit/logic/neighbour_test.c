/* One-edit neighbours: what students write, and the mistake that is seen in it. */
#include "formula.h"
#include <string.h>
#include "logic/neighbour.h"

struct triple {
	const char *right, *answer;
	enum mistake mistake;
	const char *at, *better;
};

static const struct triple triples[] = {
	{ "ab + c", "(ab + c)'", MISTAKE_NEGATED, "(ab + c)'", "ab + c" },
	{ "a'b' + ab", "a ^ b", MISTAKE_NEGATED, "a ^ b", "(a ^ b)'" },
	{ "(a + b)(a + c')", "a'b' + a'c", MISTAKE_NEGATED, "a'b' + a'c", "(a'b' + a'c)'" },
	{ "a > b", "b > a", MISTAKE_IMPLICATION_REVERSED, "b > a", "a > b" },
	{ "(a > b)(b + c)", "(b > a)(b + c)", MISTAKE_IMPLICATION_REVERSED, "b > a", "a > b" },
	{ "c' + (ab > d)", "c' + (d > ab)", MISTAKE_IMPLICATION_REVERSED, "d > ab", "ab > d" },
	{ "a > b", "a = b", MISTAKE_IFF_FOR_IMPLIES, "a = b", "a > b" },
	{ "a = b", "a > b", MISTAKE_IFF_FOR_IMPLIES, "a > b", "a = b" },
	{ "(a > bc)d", "(a = bc)d", MISTAKE_IFF_FOR_IMPLIES, "a = bc", "a > bc" },
	{ "b > a'", "a' = b", MISTAKE_IFF_FOR_IMPLIES, "a' = b", "b > a'" },
	{ "(ab)' + c", "a'b' + c", MISTAKE_DE_MORGAN, "a'b'", "a' + b'" },
	{ "(a + b)'c", "(a' + b')c", MISTAKE_DE_MORGAN, "a' + b'", "a'b'" },
	{ "(abc)'d", "a'b'c'd", MISTAKE_DE_MORGAN, "a'b'c'd", "(a' + b' + c')d" },
	{ "a'b' + c", "(ab)' + c", MISTAKE_DE_MORGAN, "(ab)'", "a'b'" },
	{ "(ab + cd)'", "(ab)' + (cd)'", MISTAKE_DE_MORGAN, "(ab)' + (cd)'", "(ab)'(cd)'" },
	{ "ab' + c", "ab + c", MISTAKE_BAR_MISSING, "b", "b'" },
	{ "a'b + ac'", "ab + ac'", MISTAKE_BAR_MISSING, "a", "a'" },
	{ "a + b'c", "a + bc", MISTAKE_BAR_MISSING, "b", "b'" },
	{ "(ab' + c)' + d", "(ab' + c) + d", MISTAKE_BAR_MISSING, "ab' + c", "(ab' + c)'" },
	{ "a + (bc)'d", "a + bcd", MISTAKE_BAR_MISSING, "bcd", "(bc)'d" },
	{ "ab + c", "ab' + c", MISTAKE_BAR_EXTRA, "b'", "b" },
	{ "ab + bc", "ab + b'c", MISTAKE_BAR_EXTRA, "b'", "b" },
	{ "a + (b > cd)", "a + (b > cd)'", MISTAKE_BAR_EXTRA, "(b > cd)'", "b > cd" },
	{ "a'b + c", "(ab)' + c", MISTAKE_BAR_TOO_LONG, "(ab)'", "a'b" },
	{ "(a + bc')d", "(a + (bc)')d", MISTAKE_BAR_TOO_LONG, "(bc)'", "bc'" },
	{ "d + (a + b)'c", "d + ((a + b)c)'", MISTAKE_BAR_TOO_LONG, "((a + b)c)'", "(a + b)'c" },
	{ "d + (ab)'c", "d + (abc)'", MISTAKE_BAR_TOO_LONG, "(abc)'", "(ab)'c" },
	{ "(ab)' + c", "a'b + c", MISTAKE_BAR_TOO_SHORT, "a'b", "(ab)'" },
	{ "(ab)'cd", "ab'cd", MISTAKE_BAR_TOO_SHORT, "ab'cd", "(ab)'cd" },
	{ "d + (ab + c)'", "d + (ab)' + c", MISTAKE_BAR_TOO_SHORT, "d + (ab)' + c", "d + (ab + c)'" },
	{ "d(ab + c)'", "d(a'b + c)", MISTAKE_BAR_TOO_SHORT, "a'b + c", "(ab + c)'" },
	{ "(a + b)c", "a + bc", MISTAKE_PRECEDENCE, "a + bc", "(a + b)c" },
	{ "a(b + c)d", "ab + cd", MISTAKE_PRECEDENCE, "ab + cd", "a(b + c)d" },
	{ "a(b + c)", "ab + c", MISTAKE_PRECEDENCE, "ab + c", "a(b + c)" },
	{ "ab + c", "a(b + c)", MISTAKE_PRECEDENCE, "a(b + c)", "ab + c" },
	{ "a' + (b + c)d", "a' + b + cd", MISTAKE_PRECEDENCE, "a' + b + cd", "a' + (b + c)d" },
	{ "(a > b) > c", "a > b > c", MISTAKE_PRECEDENCE, "a > b > c", "(a > b) > c" },
	{ "a ^ b", "a + b", MISTAKE_OR_FOR_XOR, "a + b", "a ^ b" },
	{ "(a + b)c", "(a ^ b)c", MISTAKE_OR_FOR_XOR, "a ^ b", "a + b" },
	{ "(a ^ b) + c", "a + b + c", MISTAKE_OR_FOR_XOR, "a + b + c", "(a ^ b) + c" },
	{ "a + b", "ab", MISTAKE_OPERATORS_EXCHANGED, "ab", "a + b" },
	{ "ab + c'd", "(a + b) + c'd", MISTAKE_OPERATORS_EXCHANGED, "a + b", "ab" },
	{ "ab + cd", "abcd", MISTAKE_OPERATORS_EXCHANGED, "abcd", "ab + cd" },
	{ "abc'", "ab + c'", MISTAKE_OPERATORS_EXCHANGED, "ab + c'", "abc'" },
	{ "(a + b)(c + d)", "ab + cd", MISTAKE_ALL_OPERATORS_EXCHANGED, "ab + cd", "(a + b)(c + d)" },
	{ "ab' + cd", "(a + b')(c + d)", MISTAKE_ALL_OPERATORS_EXCHANGED, "(a + b')(c + d)", "ab' + cd" },
	{ "(a + b)c'd", "ab + c' + d", MISTAKE_ALL_OPERATORS_EXCHANGED, "ab + c' + d", "(a + b)c'd" },
	{ "a > b", "ab", MISTAKE_AND_FOR_IMPLIES, "ab", "a > b" },
	{ "ab > c", "abc", MISTAKE_AND_FOR_IMPLIES, "abc", "ab > c" },
	{ "ab + c", "(a > b) + c", MISTAKE_AND_FOR_IMPLIES, "a > b", "ab" },
	{ "a + b", "a + 0", MISTAKE_CONSTANT, "0", "b" },
	{ "ab + 0", "ab + c1", MISTAKE_CONSTANT, "1", "0" },
	{ "a1 + b", "a0 + b", MISTAKE_CONSTANT, "0", "1" },
	{ "ab + cd", "ac + cd", MISTAKE_VARIABLE, "c", "b" },
	{ "ab' + cd", "ab' + ce", MISTAKE_VARIABLE, "e", "d" },
	{ "a'b + d", "a'c + d", MISTAKE_VARIABLE, "c", "b" },
	{ "ab + c", "abd + c", MISTAKE_FACTOR_EXTRA, "d", NULL },
	{ "ab' + cd", "acb' + cd", MISTAKE_FACTOR_EXTRA, "c", NULL },
	{ "ab + cd", "ab + cd(a ^ b ^ e)", MISTAKE_FACTOR_EXTRA, "a ^ b ^ e", NULL },
	{ "ab + c", "ab + c + de", MISTAKE_TERM_EXTRA, "de", NULL },
	{ "ab' + a'b", "ab' + a'b + cd", MISTAKE_TERM_EXTRA, "cd", NULL },
	{ "(a + b)c'", "(a + b + d'e)c'", MISTAKE_TERM_EXTRA, "d'e", NULL },
	/* other parentheses would do, too */
	{ "ab + cd", "ab + cd + d", MISTAKE_TERM_EXTRA, "d", NULL },
	{ "ab + cd", "ab + bc + cd", MISTAKE_TERM_EXTRA, "bc", NULL },
	{ "ab + cd", "ab + cd + a'b'c'd'", MISTAKE_TERM_EXTRA, "a'b'c'd'", NULL },
	{ "ab + a'c + b'd'", "ab + a'c", MISTAKE_TERM_MISSING, "ab + a'c", "b'd'" },
	{ "ab' + bc' + ca'", "ab' + bc'", MISTAKE_TERM_MISSING, "ab' + bc'", "a'c" },
	{ "(a + bc)d", "ad", MISTAKE_TERM_MISSING, "a", "bc" },
	{ "ab + c'd", "a + c'd", MISTAKE_FACTOR_MISSING, "a", "b" },
	{ "(a + b)(c + d)(a' + e)", "(a + b)(c + d)", MISTAKE_FACTOR_MISSING, "(a + b)(c + d)", "a' + e" },
	{ "abc + d'", "ac + d'", MISTAKE_FACTOR_MISSING, "ac", "b" },
	{ "ab + cd", "a ^ b ^ c", MISTAKE_NONE, NULL, NULL },
	{ "ab + cd", "1", MISTAKE_NONE, NULL, NULL },
};

static bool is(const struct expr *expr, const char *text, struct arena *arena)
{
	if (expr == NULL || text == NULL)
		return expr == NULL && text == NULL;
	return expr_alike(expr, formula(text, arena), arena);
}

static unsigned variables_of(const struct expr *a, const struct expr *b)
{
	uint32_t uses = expr_uses(a) | expr_uses(b);
	unsigned count = 1;

	while (uses >> count != 0)
		count++;
	return count;
}

/* The same with more variables than a word of a table holds: letters moved to the end of sixteen. */
static const struct expr *moved(const struct expr *expr, unsigned by, struct arena *arena)
{
	const struct expr *list[64];

	if (expr->op == EXPR_VARIABLE)
		return expr_variable(arena, expr->value * by);
	if (expr->op == EXPR_CONSTANT)
		return expr;
	for (size_t i = 0; i < expr->count; i++)
		list[i] = moved(expr->operands[i], by, arena);
	return expr_new(arena, expr->op, list, expr->count);
}

static void mistakes_are_seen(void **state)
{
	unsigned seen[MISTAKES] = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(triples) / sizeof(triples[0]); i++) {
		const struct triple *row = &triples[i];
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *right = formula(row->right, arena), *answer = formula(row->answer, arena);
		unsigned variables = variables_of(right, answer);
		struct table wanted = table_of(right, variables, arena);
		struct neighbour found;

		neighbour_find(
			&found, answer, &(struct neighbour_wish){ .wanted = &wanted, .implications = true }, arena);
		if (found.mistake != row->mistake || !is(found.at, row->at, arena) ||
			!is(found.better, row->better, arena))
			fail_msg("%s for %s: %s at %s, better %s", row->answer, row->right, mistake_name(found.mistake),
				formula_text(found.at, arena), formula_text(found.better, arena));
		seen[found.mistake]++;
		if (variables > 5 || row->mistake == MISTAKE_NONE)
			continue;
		right = moved(right, 3, arena);
		answer = moved(answer, 3, arena);
		wanted = table_of(right, 16, arena);
		neighbour_find(
			&found, answer, &(struct neighbour_wish){ .wanted = &wanted, .implications = true }, arena);
		if (found.mistake != row->mistake && row->mistake != MISTAKE_VARIABLE &&
			row->mistake != MISTAKE_CONSTANT)
			fail_msg("%s for %s among 16 variables: %s", row->answer, row->right,
				mistake_name(found.mistake));
		assert_int_not_equal(found.mistake, MISTAKE_NONE);
	}
	for (unsigned i = MISTAKE_NONE + 1; i < MISTAKES; i++) {
		if (seen[i] < 3)
			fail_msg("%s: %u triples", mistake_name(i), seen[i]);
	}
}

/* What is not cared for does not count: the term c is forgotten, though the answer is wrong in other rows too. */
static void rows_that_do_not_count(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct table wanted = table_of(formula("ab + c", arena), 4, arena);
	struct table care = table_of(formula("(a'd)'", arena), 4, arena);
	struct neighbour found;

	(void)state;
	neighbour_find(&found, formula("ab + a'd", arena),
		&(struct neighbour_wish){ .wanted = &wanted, .care = &care, .implications = true }, arena);
	assert_int_equal(found.mistake, MISTAKE_TERM_MISSING);
	assert_true(is(found.better, "c", arena));
	neighbour_find(&found, formula("ab + a'd", arena),
		&(struct neighbour_wish){ .wanted = &wanted, .implications = true }, arena);
	assert_int_equal(found.mistake, MISTAKE_NONE);
}

static void the_budget_ends_the_hunt(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct table wanted = table_of(formula("ab + cd", arena), 5, arena);
	struct neighbour found;

	(void)state;
	neighbour_find(&found, formula("ab + ce", arena),
		&(struct neighbour_wish){ .wanted = &wanted, .implications = true, .budget = 3 }, arena);
	assert_int_equal(found.mistake, MISTAKE_NONE);
	assert_int_equal(found.steps, 3);
	neighbour_find(&found, formula("ab + ce", arena),
		&(struct neighbour_wish){ .wanted = &wanted, .implications = true }, arena);
	assert_int_equal(found.mistake, MISTAKE_VARIABLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_are_seen),
		cmocka_unit_test(rows_that_do_not_count),
		cmocka_unit_test(the_budget_ends_the_hunt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
