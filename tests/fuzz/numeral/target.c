/*
 * Numerals in every base. The strict reader takes what the loose one takes without a digit that is out of place; what is
 * read has digits of its base, and its digits read back as the same number. The first byte chooses the base.
 * links: exact
 */
#include <stdlib.h>
#include <string.h>
#include "exact/number_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void check_digits(const struct numeral_reading *read, int base, struct arena *arena)
{
	struct numeral_reading again;
	struct slip slip;
	bool exact;
	const char *text = numeral_text(read->value, base, 2000, LANG_FR, &exact, arena);

	for (const char *at = read->digits; *at; at++)
		if (*at != ',' && number_digit(*at) >= base)
			abort();
	if (text && exact && numeral_read_all(&again, text, strlen(text), base, arena, &slip) == 0 &&
		!number_same(again.value, read->value))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct numeral_reading loose, strict;
	struct slip slip = { 0 };
	int expected;

	if (bytes == 0)
		return 0;
	expected = 2 + data[0] % (NUMBER_BASE_MAX - 1);
	const char *text = arena_memdup(arena, data + 1, bytes - 1);
	int read = numeral_read_loose(&loose, text, bytes - 1, expected, arena, &slip);
	if (read && (!slip.message.fr || slip.end > bytes - 1 || slip.start > slip.end))
		abort();
	bool strictly = numeral_read_all(&strict, text, bytes - 1, expected, arena, &slip) == 0;
	if (strictly != (read == 0 && !loose.stray))
		abort();
	if (read == 0 && !loose.stray != (loose.value != NULL))
		abort();
	if (strictly)
		check_digits(&strict, strict.base ? strict.base : expected, arena);
	return 0;
}
