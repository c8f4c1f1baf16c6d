#include "text_number.h"
#include <ctype.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { EXPONENT_DIGITS = 15, DOUBLE_DIGITS = 40 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The exponent's text, to the end of the word. More digits than fit are no number. */
static bool read_exponent(int64_t *out, const char *at, const char *end)
{
	bool negative = at < end && *at == '-';
	if (at < end && (*at == '-' || *at == '+'))
		at++;
	if (at == end || end - at > EXPONENT_DIGITS)
		return false;
	for (*out = 0; at < end; at++) {
		if (!is_digit(*at))
			return false;
		*out = 10 * *out + (*at - '0');
	}
	*out = negative ? -*out : *out;
	return true;
}

bool decimal_read(struct decimal *out, struct text word, bool comma)
{
	const char *at = word.data, *end = word.data + word.bytes, *point = NULL;
	int64_t exponent = 0, digits = 0;
	*out = (struct decimal){ .zero = true };
	if (at < end && (*at == '-' || *at == '+'))
		out->negative = *at++ == '-';
	for (; at < end && *at != 'e' && *at != 'E'; at++) {
		if (point == NULL && (*at == '.' || (comma && *at == ','))) {
			point = at;
			continue;
		}
		if (!is_digit(*at))
			return false;
		digits++;
		out->decimals += point != NULL;
		if (*at == '0')
			continue;
		out->first = out->first != NULL ? out->first : at;
		out->last = at;
		out->zero = false;
	}
	if (digits == 0 || (at < end && !read_exponent(&exponent, at + 1, end)))
		return false;
	if (point == NULL)
		point = at;
	if (!out->zero)
		out->exponent = exponent + (out->first < point ? point - out->first - 1 : point - out->first);
	out->decimals -= exponent;
	return true;
}

static const char *next_digit(const char *at)
{
	return is_digit(at[1]) ? at + 1 : at + 2; /* over the point; never called on the last digit */
}

bool decimal_equal(const struct decimal *a, const struct decimal *b)
{
	const char *x = a->first, *y = b->first;
	if (a->zero || b->zero)
		return a->zero == b->zero;
	if (a->negative != b->negative || a->exponent != b->exponent)
		return false;
	while (*x == *y && x < a->last && y < b->last) {
		x = next_digit(x);
		y = next_digit(y);
	}
	return *x == *y && x == a->last && y == b->last;
}

/* From the significant digits and an exponent, without a point: whatever the locale is. */
double decimal_double(const struct decimal *decimal)
{
	char text[DOUBLE_DIGITS + 32];
	size_t count = 0;
	if (decimal->zero)
		return 0;
	for (const char *at = decimal->first; count < DOUBLE_DIGITS; at = next_digit(at)) {
		text[count++] = *at;
		if (at == decimal->last)
			break;
	}
	snprintf(text + count, sizeof(text) - count, "e%" PRId64, decimal->exponent - (int64_t)count + 1);
	double magnitude = strtod(text, NULL);
	return decimal->negative ? -magnitude : magnitude;
}

bool decimal_close(const struct decimal *expected, const struct decimal *got, double tolerance)
{
	if (decimal_equal(expected, got))
		return true;
	if (!(tolerance > 0))
		return false;
	double x = decimal_double(expected), y = decimal_double(got);
	if (!isfinite(x) || !isfinite(y))
		return false;
	/* The four roundings let 1.1 be within 0.1 of 1.0. */
	return fabs(x - y) <= fmax(tolerance, 1e-9 * fabs(x)) + 4 * DBL_EPSILON * fmin(fabs(x), fabs(y));
}

bool decimal_rounded(const struct decimal *a, const struct decimal *b)
{
	int64_t decimals = a->decimals < b->decimals ? a->decimals : b->decimals;
	if (a->decimals == b->decimals || decimals > 300)
		return false;
	if (decimals < 0)
		decimals = 0;
	return fabs(decimal_double(a) - decimal_double(b)) < pow(10, -(double)decimals);
}
