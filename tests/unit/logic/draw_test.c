/*
 * Functions drawn for variants: the same for ever, as wished, each of those that fit as often as another; what cannot be
 * met is refused, what is too rare ends.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "logic/draw.h"

static const struct draw_wish anything = {
	.minimal_forms = -1, .terms = -1, .literals = -1, .dont_care = -1, .ones_min = -1, .ones_max = -1
};

static struct target drawn(const struct draw_wish *wish, uint64_t seed, const char *name, struct arena *arena)
{
	struct err err = { 0 };
	struct target target;
	struct draw draw;

	draw_open(&draw, seed, name);
	if (draw_target(&target, &draw, wish, arena, &err) < 0)
		fail_msg("seed %u: %s", (unsigned)seed, err.text);
	return target;
}

/* A seed that is recorded today must mean the same function in ten years. The values are those of a second program,
 * which knows nothing of this one and tries all covers. */
static void the_same_for_ever(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct draw_wish wish = anything;

	(void)state;
	wish.variables = 4;
	assert_int_equal(drawn(&wish, 1, "f", arena).ones.words[0], 0x349);
	wish.variables = 6;
	assert_true(drawn(&wish, 1, "f", arena).ones.words[0] == 0xf3e50b25b75f03b9);
	wish = (struct draw_wish){ .variables = 4,
		.minimal_forms = 2,
		.terms = 3,
		.literals = -1,
		.dont_care = 2,
		.ones_min = 4,
		.ones_max = 12,
		.all_variables = true };
	struct target target = drawn(&wish, 2026, "f", arena);
	assert_int_equal(target.ones.words[0], 0x487);
	assert_int_equal(target.any.words[0], 0x8040);
}

static bool depends(const struct target *target, unsigned v)
{
	uint32_t rows = table_rows(target->ones.variables), bit = rows >> (v + 1);

	for (uint32_t row = 0; row < rows; row++)
		if (table_at(&target->ones, row) && !table_at(&target->ones, row ^ bit) &&
			!table_at(&target->any, row ^ bit))
			return true;
	return false;
}

static void check_wish(const struct draw_wish *wish, uint64_t seed)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct target target = drawn(wish, seed, "wish", arena);
	struct err err = { 0 };
	struct minima minima;

	assert_int_equal(table_count(&target.any), wish->dont_care < 0 ? 0 : wish->dont_care);
	struct table both = table_and(&target.ones, &target.any, arena);
	assert_int_equal(table_count(&both), 0);
	if (wish->ones_min >= 0)
		assert_in_range(table_count(&target.ones), wish->ones_min, wish->ones_max);
	assert_int_equal(cover_minima(&minima, &target, COVERS_LISTED_MAX, 0, arena, &err), 0);
	if (wish->minimal_forms >= 0)
		assert_int_equal(minima.count, wish->minimal_forms);
	if (wish->terms >= 0)
		assert_int_equal(minima.cost.terms, wish->terms);
	if (wish->literals >= 0)
		assert_int_equal(minima.cost.literals, wish->literals);
	for (unsigned v = 0; wish->all_variables && v < wish->variables; v++)
		assert_true(depends(&target, v));
}

static void wishes_hold(void **state)
{
	static const struct draw_wish wishes[] = {
		{ 4, 2, 3, -1, 2, 4, 12, true }, { 4, 2, -1, -1, -1, -1, -1, true }, { 3, 1, 2, 4, 0, -1, -1, true },
		{ 4, -1, 3, 8, 0, -1, -1, false },
		{ 3, 2, 3, 6, -1, -1, -1, true }, /* the only two of that sort, and their like */
		{ 5, 1, 4, -1, 3, 8, 14, true }, { 6, -1, -1, -1, 10, 20, 20, true },
		{ 2, -1, -1, -1, 4, 0, 0, false }, /* nothing is asked anywhere */
		{ 2, 1, 0, 0, 0, 0, 0, false }, { 1, -1, -1, -1, -1, -1, -1, true },
		{ 6, -1, -1, -1, 0, 5, 8, false }, /* one in 10^11 of all functions, drawn at once */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++)
		for (uint64_t seed = 0; seed < 12; seed++)
			check_wish(&wishes[i], seed);
}

/* Chi-square over all functions that fit, with fixed seeds; `most` is passed once in a thousand. */
static void check_uniform(const struct draw_wish *wish, unsigned fit, unsigned draws, double most)
{
	struct arena *cleanup_arena arena = arena_new(0);
	unsigned seen[1 << 16] = { 0 }, different = 0;
	double fair = (double)draws / fit, sum = 0;
	struct err err = { 0 };
	struct draw draw;

	draw_open(&draw, 3, "uniform");
	for (unsigned i = 0; i < draws; i++) {
		struct target target;

		assert_int_equal(draw_target(&target, &draw, wish, arena, &err), 0);
		unsigned rows = 1U << wish->variables;
		seen[target.ones.words[0] | target.any.words[0] << rows]++;
		arena_reset(arena);
	}
	for (size_t i = 0; i < sizeof(seen) / sizeof(seen[0]); i++) {
		different += seen[i] > 0;
		sum += seen[i] > 0 ? ((double)seen[i] - fair) * ((double)seen[i] - fair) / fair : 0;
	}
	assert_int_equal(different, fit);
	assert_true(sum < most);
}

static void each_as_often(void **state)
{
	struct draw_wish wish = anything;

	(void)state;
	wish.variables = 3;
	check_uniform(&wish, 256, 25600, 330.5);
	wish.ones_min = 3;
	wish.ones_max = 5; /* 56 + 70 + 56 */
	check_uniform(&wish, 182, 18200, 245.4);
	wish.dont_care = 2; /* 28 · (20 + 15 + 6) */
	check_uniform(&wish, 1148, 114800, 1301.0);
	wish = anything;
	wish.variables = 3;
	wish.all_variables = true; /* 256 - 3·16 + 3·4 - 2 */
	check_uniform(&wish, 218, 21800, 286.9);
}

static void contradictions_are_refused(void **state)
{
	static const struct draw_wish wishes[] = {
		{ 0, -1, -1, -1, -1, -1, -1, false },
		{ 7, -1, -1, -1, -1, -1, -1, false },
		{ 3, 0, -1, -1, -1, -1, -1, false },
		{ 3, 1001, -1, -1, -1, -1, -1, false },
		{ 3, -1, 5, -1, -1, -1, -1, false }, /* four terms are always enough */
		{ 3, -1, 3, 2, -1, -1, -1, false }, /* a term without a literal beside others */
		{ 3, -1, 2, 7, -1, -1, -1, false },
		{ 3, -1, -1, 13, -1, -1, -1, false },
		{ 3, -1, 0, -1, -1, -1, -1, true },
		{ 3, -1, 0, -1, -1, 1, 4, false },
		{ 3, 2, 0, -1, -1, -1, -1, false },
		{ 3, -1, -1, 0, -1, -1, -1, true },
		{ 3, -1, -1, -1, 9, -1, -1, false },
		{ 3, -1, -1, -1, 4, 5, 8, false },
		{ 3, -1, -1, -1, -1, 5, 4, false },
		{ 3, -1, -1, -1, -1, 9, 9, false },
		{ 3, -1, -1, -1, 8, -1, -1, true }, /* all is left open: it depends on nothing */
		{ 3, -1, 1, 1, -1, -1, -1, true }, /* one letter, and three variables */
		{ 3, 2, 1, -1, -1, -1, -1, false },
		{ 3, -1, 3, -1, -1, 1, 2, false }, /* a row for each term */
		{ 3, -1, -1, -1, 7, -1, -1, true }, /* a single row counts */
		{ 3, -1, 1, -1, -1, 2, 8, true },
		{ 3, -1, -1, -1, -1, 0, 0, true },
		{ 3, -1, -1, -1, 2, 6, 8, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct err err = { 0 };
		struct target target;
		struct draw draw;

		draw_open(&draw, 1, "f");
		if (draw_target(&target, &draw, &wishes[i], arena, &err) == 0)
			fail_msg("row %zu is drawn", i);
		assert_int_equal(err.kind, ERR_INPUT);
	}
}

/* Nothing of the wish contradicts itself at sight, and nothing is found. */
static void the_rare_ends(void **state)
{
	static const struct draw_wish wishes[] = {
		{ 4, 900, -1, -1, -1, -1, -1, false }, /* none of four variables has that many */
		{ 6, 1, 2, -1, 0, 30, 34, true }, /* tables of six variables: the steps end first */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct err err = { 0 };
		struct target target;
		struct draw draw;

		draw_open(&draw, 1, "f");
		assert_int_equal(draw_target(&target, &draw, &wishes[i], arena, &err), -1);
		assert_int_equal(err.kind, ERR_NOT_FOUND);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_for_ever),
		cmocka_unit_test(wishes_hold),
		cmocka_unit_test(each_as_often),
		cmocka_unit_test(contradictions_are_refused),
		cmocka_unit_test(the_rare_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
