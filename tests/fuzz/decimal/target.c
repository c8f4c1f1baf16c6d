/*
 * Two words that may be decimal numbers: what is read is what C reads, equality and closeness go both ways.
 * First byte: comma or not, and where the rest is cut in two.
 * links: grader_python
 */
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "../../../graders/python/src/text_lines.h"
#include "../../../graders/python/src/text_number.h"
#include "base/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* strtod() agrees, but for what it takes besides (hexadecimal, infinities) and the comma. */
static void check_against_c(const struct decimal *decimal, char *word)
{
	char *comma = strchr(word, ','), *end;

	if (comma != NULL)
		*comma = '.';
	double wanted = strtod(word, &end), got = decimal_double(decimal);

	if (*end != '\0' || fabs(wanted) != fabs(got) || (got != 0 && signbit(wanted) != signbit(got)))
		/* 40 digits decide all but what lies within 1e-40 of the middle between two doubles. */
		if (*end != '\0' || fabs(wanted - got) > 1e-15 * fabs(wanted))
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 1)
		return 0;
	cleanup_arena struct arena *arena = arena_new(0);
	size_t rest = bytes - 1, cut = (data[0] & 0x7f) < rest ? data[0] & 0x7f : rest / 2;
	char *words[2] = { arena_memdup(arena, data + 1, cut), arena_memdup(arena, data + 1 + cut, rest - cut) };
	struct text texts[2] = { { words[0], cut }, { words[1], rest - cut } };
	struct decimal numbers[2];
	bool comma = data[0] & 0x80, read[2];

	for (int i = 0; i < 2; i++) {
		read[i] = decimal_read(&numbers[i], texts[i], comma);
		if (read[i] && (!decimal_equal(&numbers[i], &numbers[i]) || decimal_rounded(&numbers[i], &numbers[i])))
			abort();
	}
	if (read[0] && read[1]) {
		bool equal = decimal_equal(&numbers[0], &numbers[1]);

		if (equal != decimal_equal(&numbers[1], &numbers[0]) ||
			(equal && !decimal_close(&numbers[0], &numbers[1], 0)) ||
			(equal && decimal_double(&numbers[0]) != decimal_double(&numbers[1])) ||
			decimal_rounded(&numbers[0], &numbers[1]) != decimal_rounded(&numbers[1], &numbers[0]))
			abort();
	}
	for (int i = 0; i < 2; i++)
		if (read[i])
			check_against_c(&numbers[i], words[i]);
	return 0;
}
