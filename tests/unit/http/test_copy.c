/* When may a student see what was expected, and how exactly when? */
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

static void test_instants(void **state)
{
	static const struct {
		unsigned scopes;
		const char *received, *finished;
	} rows[] = {
		{ SCOPE_READ, "2025-11-24T16:00:01.000Z", "2025-11-24T16:00:01.000Z" },
		{ SCOPE_READ | SCOPE_SUBMIT | SCOPE_OPERATE, "2025-11-24T16:00:01.000Z", "2025-11-24T16:00:01.000Z" },
		{ SCOPE_READ | SCOPE_READ_TESTS, "2025-11-24T16:00:01.234Z", "2025-11-24T16:00:01.999Z" },
	};
	struct submission_view view = {
		.id = "i",
		.state = JOB_GRADED,
		.exercise = "e",
		.student = "s",
		.digest = "d",
		.received_at = 1764000001234,
		.finished_at = 1764000001999,
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct caller caller = { .scopes = rows[i].scopes };
		json_t cleanup_json *out = copy_json(&view, NULL, &caller, false);

		assert_string_equal(json_string_value(json_object_get(out, "received_at")), rows[i].received);
		assert_string_equal(json_string_value(json_object_get(out, "finished_at")), rows[i].finished);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_reveal), cmocka_unit_test(test_instants) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
