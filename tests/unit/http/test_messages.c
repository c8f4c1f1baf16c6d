/* Every text in both languages, with the same parameters; every problem has a title and a detail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "copy_messages.h"
#include "page.h"
#include "problem.h"

/* Each {name} of `text` is in `other`. */
static void check_names(const char *text, const char *other)
{
	for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
		size_t length = strcspn(at, "}") + 1;
		char name[64];

		assert_true(length < sizeof(name));
		memcpy(name, at, length);
		name[length] = '\0';
		assert_non_null(strstr(other, name));
	}
}

static void test_tables(void **state)
{
	const struct msg_table *const tables[] = { &problem_messages, &page_messages, &copy_messages };

	for (size_t t = 0; t < 3; t++) {
		for (size_t i = 0; i < tables[t]->count; i++) {
			const struct msg_entry *entry = &tables[t]->entries[i];

			print_message("%s\n", entry->code);
			assert_true(entry->fr != NULL && *entry->fr != '\0');
			assert_true(entry->en != NULL && *entry->en != '\0');
			check_names(entry->fr, entry->en);
			check_names(entry->en, entry->fr);
			assert_null(strchr(entry->fr, '<'));
			assert_null(strchr(entry->fr, '\'')); /* the typographic one */
			for (size_t j = 0; j < i; j++)
				assert_string_not_equal(entry->code, tables[t]->entries[j].code);
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
