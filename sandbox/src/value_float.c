#include "value_float.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 17 }; /* always enough for a double */

struct decimal {
	char digits[MOST_DIGITS + 2]; /* the first is not 0 */
	int count;
	int exponent; /* of the first digit: 1 is 1e0 */
};

/* Without a decimal point in what strtod() reads, the locale does not matter. */
static bool reads_back(const struct decimal *d, double magnitude)
{
	char text[FLOAT_TEXT];
	snprintf(text, sizeof(text), "%se%d", d->digits, d->exponent - (d->count - 1));
	return strtod(text, NULL) == magnitude;
}

static void round_to(struct decimal *d, double magnitude, int count)
{
	char text[FLOAT_TEXT];
	const char *exponent;
	snprintf(text, sizeof(text), "%.*e", count - 1, magnitude);
	exponent = strchr(text, 'e');
	d->count = 0;
	for (const char *c = text; c < exponent; c++)
		if (isdigit((unsigned char)*c) && d->count < MOST_DIGITS)
			d->digits[d->count++] = *c;
	d->digits[d->count] = '\0';
	d->exponent = (int)strtol(exponent + 1, NULL, 10);
}

/* The neighbour above, of as many digits. */
static void step_up(struct decimal *d)
{
	int i = d->count - 1;
	while (i >= 0 && d->digits[i] == '9')
		d->digits[i--] = '0';
	if (i >= 0) {
		d->digits[i]++;
		return;
	}
	d->digits[0] = '1';
	d->exponent++;
}

/*
 * Does some decimal of `count` digits read back? The nearest one does if any
 * does, but at a power of two: there the doubles above lie twice as far apart
 * as those below, and the decimal just above may do where the nearest does not.
 */
static bool try_digits(struct decimal *d, double magnitude, int count)
{
	int binary;
	round_to(d, magnitude, count);
	if (reads_back(d, magnitude))
		return true;
	if (frexp(magnitude, &binary) != 0.5)
		return false;
	step_up(d);
	return reads_back(d, magnitude);
}

static void shortest(struct decimal *d, double magnitude)
{
	int low = 1, high = MOST_DIGITS;
	while (low < high) {
		int middle = (low + high) / 2;
		if (try_digits(d, magnitude, middle))
			high = middle;
		else
			low = middle + 1;
	}
	if (!try_digits(d, magnitude, low))
		round_to(d, magnitude, MOST_DIGITS);
	while (d->count > 1 && d->digits[d->count - 1] == '0')
		d->digits[--d->count] = '\0';
}

/* Fixed notation from 1e-4 up to 1e16, else an exponent of at least two digits. */
static int lay_out(char *out, const struct decimal *d, bool point)
{
	const char *zeros = "00000000000000000";
	int whole = d->exponent + 1; /* digits before the point */
	if (d->exponent < -4 || d->exponent >= 16)
		return snprintf(out, FLOAT_TEXT - 1, "%c%s%se%c%02d", d->digits[0], d->count > 1 ? "." : "",
			d->digits + 1, d->exponent < 0 ? '-' : '+', abs(d->exponent));
	if (whole <= 0)
		return snprintf(out, FLOAT_TEXT - 1, "0.%.*s%s", -whole, zeros, d->digits);
	if (whole >= d->count)
		return snprintf(out, FLOAT_TEXT - 1, "%s%.*s%s", d->digits, whole - d->count, zeros, point ? ".0" : "");
	return snprintf(out, FLOAT_TEXT - 1, "%.*s.%s", whole, d->digits, d->digits + whole);
}

int float_text(char out[FLOAT_TEXT], double real, bool point, bool sign)
{
	struct decimal d = { .digits = "0", .count = 1 };
	int length = 0;
	if (isnan(real))
		return snprintf(out, FLOAT_TEXT, "%s", sign ? "+nan" : "nan");
	if (signbit(real) || sign)
		out[length++] = signbit(real) ? '-' : '+';
	if (isinf(real))
		return length + snprintf(out + length, FLOAT_TEXT - 1, "inf");
	if (real != 0)
		shortest(&d, fabs(real));
	return length + lay_out(out + length, &d, point);
}
