/* A cardinal: 64, 2^6, 2⁶, 4×3. */
#include <string.h>
#include "base/utf8.h"
#include "exact/number_read.h"
#include "typed.h"

static const char *const exponents[10] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

/* Small raised digits as a number; 0 bytes when there are none. */
static size_t raised(const struct typed *typed, long *out)
{
	size_t at = typed->at, used;

	*out = 0;
	do {
		used = 0;
		for (int digit = 0; digit < 10 && used == 0; digit++) {
			size_t length = strlen(exponents[digit]);

			if (typed->bytes - at < length || memcmp(typed->text + at, exponents[digit], length) != 0)
				continue;
			used = length;
			*out = *out * 10 + digit;
		}
		at += used;
	} while (used > 0 && *out < 100000);
	return at - typed->at;
}

static int read_whole(struct typed *typed, const struct number **out)
{
	static const struct number_style style = { 0 };
	struct number_reading reading;
	struct slip slip;
	size_t end = typed->at;

	typed_blanks(typed);
	for (end = typed->at; end < typed->bytes; end++)
		if (strchr("^*xX()", typed->text[end]) ||
			(typed->bytes - end >= 2 &&
				(!memcmp(typed->text + end, "×", 2) || !memcmp(typed->text + end, "²", 2) ||
					!memcmp(typed->text + end, "³", 2) || !memcmp(typed->text + end, "¹", 2))) ||
			(typed->bytes - end >= 3 && !memcmp(typed->text + end, "⁰", 2)))
			break;
	if (number_read_all(&reading, typed->text + typed->at, end - typed->at, &style, typed->arena, &slip) ||
		!number_is_integer(reading.value))
		return typed_slip_here(typed, "cardinal-expected");
	typed->at = end;
	*out = reading.value;
	return 0;
}

static int read_power(struct typed *typed, const struct number **out)
{
	const struct number *power;
	int64_t exponent;
	long small;

	if (read_whole(typed, out))
		return -1;
	size_t used = raised(typed, &small);
	typed->at += used;
	if (used > 0) {
		*out = number_power(*out, small, typed->arena);
	} else if (typed->at < typed->bytes && typed->text[typed->at] == '^') {
		typed->at++;
		if (read_whole(typed, &power))
			return -1;
		*out = number_to_int(power, &exponent) && exponent >= 0 && exponent < 100000
			       ? number_power(*out, (long)exponent, typed->arena)
			       : NULL;
	}
	return *out ? 0 : typed_slip_here(typed, "set-too-large");
}

int cardinal_read(const struct number **out, const char *text, size_t bytes, struct arena *arena, struct slip *slip)
{
	static const struct set_words none = { 0 };
	struct typed typed = { .text = text, .bytes = bytes, .words = &none, .arena = arena, .slip = slip };
	const struct number *factor;
	size_t factors = 1;

	if (read_power(&typed, out))
		return -1;
	while (typed_take(&typed, SIGN_PRODUCT) || typed_word(&typed, (const char *const[]){ "x", NULL })) {
		if (++factors > 20 || read_power(&typed, &factor))
			return typed_slip_here(&typed, "cardinal-expected");
		*out = number_mul(*out, factor, arena);
		if (!*out)
			return typed_slip_here(&typed, "set-too-large");
	}
	typed_blanks(&typed);
	return typed.at < typed.bytes ? typed_slip_here(&typed, "cardinal-expected") : 0;
}
