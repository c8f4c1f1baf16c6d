/* Every text in both languages, with the same parameters; every problem has a title and a detail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "../messages/message_table.h"
#include "copy_messages.h"
#include "page.h"
#include "problem.h"

static void test_tables(void **state)
{
	const struct msg_table *const tables[] = { &problem_messages, &page_messages, &copy_messages };

	for (size_t t = 0; t < 3; t++) {
		message_table_check(tables[t]);
		message_table_check_spaces(tables[t]);
		for (size_t i = 0; i < tables[t]->count; i++) {
			const struct msg_entry *entry = &tables[t]->entries[i];

			if (strchr(entry->fr, '<') != NULL)
				fail_msg("%s: markup", entry->code);
		}
	}
}

static bool stands(const char *code, const char *end)
{
	for (size_t i = 0; i < problem_messages.count; i++) {
		const char *entry = problem_messages.entries[i].code;
		size_t length = strlen(code);

		if (strncmp(entry, code, length) == 0 && strncmp(entry + length, end, strlen(end)) == 0 &&
			(*end != '\0' || entry[length] == '\0'))
			return true;
	}
	return false;
}

static void test_problems(void **state)
{
	for (size_t i = 0; i < problem_row_count; i++) {
		print_message("%s\n", problem_rows[i].code);
		assert_true(stands(problem_rows[i].code, ""));
		assert_true(stands(problem_rows[i].code, "."));
		assert_true(problem_rows[i].status >= 400 && problem_rows[i].status < 600);
		assert_int_equal(problem_status(problem_rows[i].code), problem_rows[i].status);
	}
	assert_int_equal(problem_status("no such code"), 500);
}

static void test_problem_json(void **state)
{
	struct arena cleanup_arena *arena = arena_new(0);
	const struct msg_param params[] = { { "key", "a\"b" }, { "near", "c" }, { 0 } };
	const struct refusal refusal = { .code = "unknown-key",
		.detail = "unknown-key.near",
		.params = params,
		.pointer = "/a",
		.line = 2,
		.column = 3,
		.near = "c",
		.reason = "r" };
	json_t cleanup_json *json = problem_json(arena, LANG_EN, &refusal, "id");
	struct buf cleanup_buf text = BUF_INIT;

	json_print(&text, json);
	assert_string_equal(buf_str(&text),
		"{\"type\":\"/problems/unknown-key\",\"title\":\"Unknown key\",\"status\":400,"
		"\"detail\":\"The key “a\\\"b” is not known here. Did you mean "
		"“c”?\",\"pointer\":\"/a\",\"line\":2,\"column\":3,"
		"\"near\":\"c\",\"reason\":\"r\",\"request_id\":\"id\"}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_problems),
		cmocka_unit_test(test_problem_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
