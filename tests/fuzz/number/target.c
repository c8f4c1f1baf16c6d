/*
 * Numbers and lists as people type them. Whatever comes in is read or is a slip with a place in the text and words; what is
 * read prints and reads back as the same number, in both languages.
 * links: exact
 */
#include <stdlib.h>
#include <string.h>
#include "exact/number_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const struct number_style styles[] = {
	{ .fractions = true },
	{ 0 },
	{ .comma_separates = true },
	{ .fractions = true, .percent = true },
	{ .fractions = true, .blank_separates = true },
};

enum { STYLES = sizeof(styles) / sizeof(styles[0]) };

static void check_slip(const struct slip *slip, size_t bytes)
{
	if (!slip->message.fr || !slip->message.en || slip->start > slip->end || slip->end > bytes || slip->line < 1 ||
		slip->column < 1)
		abort();
}

static void check_back(const struct number *value, const char *text, struct arena *arena)
{
	static const struct number_style plain = { .fractions = true };
	struct number_reading again;
	struct slip slip;

	if (number_read_all(&again, text, strlen(text), &plain, arena, &slip) == 0) {
		if (!number_same(again.value, value))
			abort();
	} else if (strcmp(slip.message.code, "number-too-long") != 0) {
		abort();
	}
}

static void check_number(const struct number_reading *read, struct arena *arena)
{
	if (!read->value || read->decimals < 0 || (read->reduced && !read->fraction))
		abort();
	check_back(read->value, number_plain(read->value, arena), arena);
	check_back(read->value, number_text(read->value, NUMBER_DECIMAL, LANG_FR, arena), arena);
	check_back(read->value, number_text(read->value, NUMBER_DECIMAL, LANG_EN, arena), arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const char *text = arena_memdup(arena, data, bytes);

	for (size_t i = 0; i < STYLES; i++) {
		struct number_reading read, *list;
		struct slip slip = { 0 };
		size_t count;

		if (number_read_all(&read, text, bytes, &styles[i], arena, &slip))
			check_slip(&slip, bytes);
		else
			check_number(&read, arena);
		if (number_list_read(&list, &count, 12, text, bytes, &styles[i], arena, &slip))
			check_slip(&slip, bytes);
		else
			for (size_t j = 0; j < count; j++)
				check_number(&list[j], arena);
	}
	return 0;
}
