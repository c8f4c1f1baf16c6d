/* Points of tables whose errors are carried forward. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "sheet/carried.h"

/* Cells of one point each: r right, c consistent, f consistent in a flat column, w wrong, b blank. */
struct row {
	const char *cells;
	struct frac credit;
	struct frac direct, points;
	size_t first_wrong;
};

static const struct row rows[] = {
	{ "rrrr", { 1, 1 }, { 4, 1 }, { 4, 1 }, CARRIED_NONE },
	{ "rwcc", { 1, 1 }, { 1, 1 }, { 3, 1 }, 1 },
	{ "rwcc", { 1, 2 }, { 1, 1 }, { 2, 1 }, 1 },
	{ "rwcc", { 0, 1 }, { 1, 1 }, { 1, 1 }, 1 },
	{ "rbcc", { 1, 1 }, { 1, 1 }, { 3, 1 }, 1 },
	{ "rwcf", { 1, 1 }, { 1, 1 }, { 2, 1 }, 1 },
	{ "wwcc", { 1, 1 }, { 0, 1 }, { 0, 1 }, 0 }, /* two errors among four cells */
	{ "rrrwwccc", { 1, 1 }, { 3, 1 }, { 6, 1 }, 3 }, /* two among eight */
	{ "rrwbwccc", { 1, 1 }, { 2, 1 }, { 2, 1 }, 2 }, /* three among eight */
	{ "w", { 1, 1 }, { 0, 1 }, { 0, 1 }, 0 },
	{ "", { 1, 1 }, { 0, 1 }, { 0, 1 }, CARRIED_NONE },
};

static enum carried_state state_of(char letter)
{
	return letter == 'r'   ? CARRIED_RIGHT
	       : letter == 'w' ? CARRIED_WRONG
	       : letter == 'b' ? CARRIED_BLANK
			       : CARRIED_CONSISTENT;
}

static void test_rows(void **state)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct carried_cell cells[8];
		struct carried_sum sum;
		struct err err = { 0 };
		size_t count = strlen(rows[i].cells);

		for (size_t j = 0; j < count; j++)
			cells[j] = (struct carried_cell){ state_of(rows[i].cells[j]), frac_int(1),
				rows[i].cells[j] == 'f' };
		assert_int_equal(carried_sum(&sum, cells, count, rows[i].credit, &err), 0);
		assert_int_equal(frac_cmp(sum.direct, rows[i].direct), 0);
		assert_int_equal(frac_cmp(sum.points, rows[i].points), 0);
		assert_true(sum.first_wrong == rows[i].first_wrong);
	}
}

/* A date that is one too late on the critical path, and all that follows from it: 96 %, not 39 %. */
static void test_schedule(void **state)
{
	struct carried_cell cells[8];
	struct carried_sum sum;
	struct err err = { 0 };

	for (size_t i = 0; i < 8; i++)
		cells[i] = (struct carried_cell){ i < 5 ? CARRIED_RIGHT : CARRIED_CONSISTENT, { 35, 8 }, false };
	cells[5].state = CARRIED_WRONG;
	assert_int_equal(carried_sum(&sum, cells, 8, FRAC_ONE, &err), 0);
	assert_int_equal(frac_cmp(sum.points, (struct frac){ 35 * 7, 8 }), 0);
	assert_true(sum.carries);
}

static void test_overflow_is_told(void **state)
{
	const struct carried_cell cells[] = { { CARRIED_RIGHT, { INT64_MAX, 1 }, false },
		{ CARRIED_RIGHT, { INT64_MAX, 1 }, false } };
	struct carried_sum sum;
	struct err err = { 0 };

	assert_int_equal(carried_sum(&sum, cells, 2, FRAC_ONE, &err), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_schedule),
		cmocka_unit_test(test_overflow_is_told) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
