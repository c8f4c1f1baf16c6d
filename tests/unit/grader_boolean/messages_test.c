/* Every message is there in both languages, with the same names in braces, once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/utf8.h"
#include "grader_boolean/grader_boolean.h"

/* Each name in braces of `text` must be in `other` too. */
static void same_names(const char *code, const char *text, const char *other)
{
	char name[40];

	for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
		const char *close = strchr(open, '}');
		assert_non_null(close);
		size_t length = (size_t)(close - open) + 1;
		assert_in_range(length, 3, sizeof(name) - 1);
		memcpy(name, open, length);
		name[length] = '\0';
		if (!strstr(other, name))
			fail_msg("%s: %s is in one language only", code, name);
	}
}

static void check_table(const struct msg_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct msg_entry *entry = &table->entries[i];
		assert_non_null(entry->fr);
		assert_non_null(entry->en);
		same_names(entry->code, entry->fr, entry->en);
		same_names(entry->code, entry->en, entry->fr);
		assert_int_equal(utf8_check(entry->fr, strlen(entry->fr)), strlen(entry->fr));
		if (strchr(entry->fr, '\''))
			fail_msg("%s: a straight apostrophe in French", entry->code);
		for (size_t j = 0; j < i; j++)
			if (!strcmp(entry->code, table->entries[j].code))
				fail_msg("%s stands twice", entry->code);
	}
}

static void test_tables(void **state)
{
	check_table(&boolean_messages);
	check_table(&proposition_messages);
	check_table(&boolean_grid_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
