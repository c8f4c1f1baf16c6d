#include "message_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"

/* Each part in braces of `text` must be in `other` too, but for JSON, which stands for itself. */
static void same_names(const char *code, const char *text, const char *other)
{
	for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
		const char *close = strchr(open, '}');

		if (open[1] == '"')
			continue;
		if (!close || close == open + 1)
			fail_msg("%s: braces without a name", code);
		size_t length = (size_t)(close - open) + 1;
		if (!memmem(other, strlen(other), open, length))
			fail_msg("%s: %.*s is in one language only", code, (int)length, open);
	}
}

void message_table_check(const struct msg_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct msg_entry *entry = &table->entries[i];

		assert_true(entry->fr && *entry->fr && entry->en && *entry->en);
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

void message_table_check_spaces(const struct msg_table *table)
{
	static const char *const plain[] = { "« ", " »", " :", " ;", " ?", " !", NULL };

	for (size_t i = 0; i < table->count; i++)
		for (const char *const *bad = plain; *bad; bad++)
			if (strstr(table->entries[i].fr, *bad))
				fail_msg("%s: \"%s\" in French", table->entries[i].code, *bad);
}
