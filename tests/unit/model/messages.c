/* The table of messages: both languages, the same {names}, no code twice, French typography. */
#include "toy.h"
#include <string.h>
#include "model/messages.h"

/* The next {name} of a text, or NULL; its length in *length. */
static const char *next_name(const char *text, size_t *length)
{
	for (text = strchr(text, '{'); text != NULL; text = strchr(text + 1, '{')) {
		*length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz0123456789_");
		if (*length > 0 && text[*length + 1] == '}')
			return text + 1;
	}
	return NULL;
}

static void check_names(const char *from, const char *in, const char *code)
{
	size_t length;

	for (const char *name = next_name(from, &length); name != NULL; name = next_name(name, &length)) {
		char wanted[64] = "{";

		assert_true(length < sizeof(wanted) - 3);
		memcpy(wanted + 1, name, length);
		wanted[length + 1] = '}';
		if (strstr(in, wanted) == NULL)
			fail_msg("%s: %s is in one language only", code, wanted);
	}
}

static void test_table(void **state)
{
	static const char *const plain_typing[] = { "« ", " »", " :", " ;", " ?", " !", "'", NULL };

	for (size_t i = 0; i < model_messages.count; i++) {
		const struct msg_entry *entry = &model_messages.entries[i];

		assert_true(entry->fr[0] != '\0' && entry->en[0] != '\0');
		check_names(entry->fr, entry->en, entry->code);
		check_names(entry->en, entry->fr, entry->code);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(model_messages.entries[j].code, entry->code);
		for (const char *const *bad = plain_typing; *bad != NULL; bad++) {
			if (strstr(entry->fr, *bad) != NULL)
				fail_msg("%s: \"%s\" in French", entry->code, *bad);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_table) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
