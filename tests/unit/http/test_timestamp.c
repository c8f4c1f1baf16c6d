/* RFC 3339. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "timestamp.h"

static void test_instants(void **state)
{
	static const struct {
		const char *text;
		bool fine;
	} rows[] = {
		{ "2026-11-23T18:00:00Z", true },
		{ "2026-11-23t18:00:00z", true },
		{ "2026-11-23T18:00:00.123Z", true },
		{ "2026-11-23T18:00:00+01:00", true },
		{ "2026-11-23T18:00:00-11:30", true },
		{ "2024-02-29T00:00:00Z", true },
		{ "2016-12-31T23:59:60Z", true },
		{ "2026-02-29T00:00:00Z", false },
		{ "1900-02-29T00:00:00Z", false },
		{ "2000-02-29T00:00:00Z", true },
		{ "2026-13-01T00:00:00Z", false },
		{ "2026-00-01T00:00:00Z", false },
		{ "2026-11-31T00:00:00Z", false },
		{ "2026-11-23T24:00:00Z", false },
		{ "2026-11-23T18:60:00Z", false },
		{ "2026-11-23T18:00:61Z", false },
		{ "2026-11-23T18:00:00", false },
		{ "2026-11-23T18:00:00.Z", false },
		{ "2026-11-23T18:00Z", false },
		{ "2026-11-23 18:00:00Z", false },
		{ "2026-11-23", false },
		{ "", false },
		{ "2026-11-23T18:00:00+0100", false },
		{ "2026-11-23T18:00:00+01:60", false },
		{ "2026-11-23T18:00:00Zx", false },
		{ "20261-1-23T18:00:00Z", false },
		{ "0000-01-01T00:00:00Z", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		print_message("%s\n", rows[i].text);
		assert_int_equal(timestamp_check(rows[i].text), rows[i].fine);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_instants) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
