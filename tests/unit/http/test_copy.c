/* When may a student see what was expected? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "copy.h"

static void test_reveal(void **state)
{
	static const char now[] = "2026-11-23T16:00:00.000Z";
	static const struct {
		const char *reveal;
		bool evaluation;
		const char *verdict;
		bool shown;
	} rows[] = {
		{ NULL, false, "incorrect", true },
		{ NULL, true, "correct", false },
		{ "always", true, "incorrect", true },
		{ "correct", false, "correct", true },
		{ "correct", false, "partial", false },
		{ "correct", true, NULL, false },
		{ "last-attempt", false, "correct", false },
		{ "closed", true, "correct", false },
		{ "2026-11-23", true, "incorrect", true },
		{ "2026-11-24", true, "correct", false },
		{ "2025-12-31", true, "correct", true },
		{ "something new", false, "correct", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(copy_reveals(rows[i].reveal, rows[i].evaluation, rows[i].verdict, now), rows[i].shown);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_reveal) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
