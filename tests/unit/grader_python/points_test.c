/* Sharing points, exactly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "points.h"

struct row {
	const char *total;
	const char *tests[5]; /* "" names none; ends with NULL */
	enum points_fault fault;
	const char *shares; /* each test's points, when fine */
};

static const struct row rows[] = {
	{ "20", { "", "", "", "" }, POINTS_FINE, "5 5 5 5" },
	{ "20", { "", "", "" }, POINTS_FINE, "20/3 20/3 20/3" },
	{ "20", { "8", "", "" }, POINTS_FINE, "8 6 6" },
	{ "20", { "1/3", "", "" }, POINTS_FINE, "1/3 59/6 59/6" },
	{ "20", { "8", "12" }, POINTS_FINE, "8 12" },
	{ "20", { "0", "20" }, POINTS_FINE, "0 20" },
	{ "20", { "8", "11.5" }, POINTS_SHORT, NULL },
	{ "20", { "8", "12.5" }, POINTS_EXCEED, NULL },
	{ "20", { "21", "" }, POINTS_EXCEED, NULL },
	{ "20", { "8", "12", "" }, POINTS_NO_MORE, NULL },
	{ "20", { "1/4611686018427387847", "1/4611686018427387817", "" }, POINTS_TOO_FINE, NULL },
};

static void test_share(void **state)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct python_test tests[5] = { 0 };
		struct buf shares cleanup_buf = BUF_INIT;
		struct frac total, sum = FRAC_ZERO;
		struct err err = { 0 };
		size_t count = 0;

		assert_int_equal(frac_parse(&total, rows[i].total, &err), 0);
		for (; rows[i].tests[count]; count++) {
			tests[count].points = FRAC_ZERO;
			tests[count].has_points = rows[i].tests[count][0] != '\0';
			if (tests[count].has_points)
				assert_int_equal(frac_parse(&tests[count].points, rows[i].tests[count], &err), 0);
		}
		assert_int_equal(points_share(total, tests, count), rows[i].fault);
		if (rows[i].fault != POINTS_FINE)
			continue;
		for (size_t t = 0; t < count; t++) {
			buf_addstr(&shares, t > 0 ? " " : "");
			frac_print(&shares, tests[t].points);
			assert_int_equal(frac_add(&sum, sum, tests[t].points, &err), 0);
		}
		assert_string_equal(buf_str(&shares), rows[i].shares);
		assert_int_equal(frac_cmp(sum, total), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_share) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
