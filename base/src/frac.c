/*
 * Exact fractions. Intermediate results are 128 bits wide: the product of two
 * 64-bit numbers fits, and so does the sum of two such products.
 */
#include "base/frac.h"
#include <string.h>

static unsigned __int128 gcd(unsigned __int128 a, unsigned __int128 b)
{
	while (b != 0) {
		unsigned __int128 rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static int reduce(struct frac *out, __int128 num, __int128 den, struct err *err)
{
	unsigned __int128 size, divisor;

	if (den == 0)
		return err_set(err, ERR_INPUT, "division of points by zero");
	if (den < 0) {
		num = -num;
		den = -den;
	}
	size = num < 0 ? -(unsigned __int128)num : (unsigned __int128)num;
	divisor = gcd(size, (unsigned __int128)den);
	num /= (__int128)divisor;
	den /= (__int128)divisor;
	if (num < INT64_MIN || num > INT64_MAX || den > INT64_MAX)
		return err_set(err, ERR_TOO_LARGE, "points do not fit 64 bits");
	*out = (struct frac){ (int64_t)num, (int64_t)den };
	return 0;
}

int frac_make(struct frac *out, int64_t num, int64_t den, struct err *err)
{
	return reduce(out, num, den, err);
}

int frac_add(struct frac *out, struct frac a, struct frac b, struct err *err)
{
	return reduce(out, (__int128)a.num * b.den + (__int128)b.num * a.den, (__int128)a.den * b.den, err);
}

int frac_sub(struct frac *out, struct frac a, struct frac b, struct err *err)
{
	return reduce(out, (__int128)a.num * b.den - (__int128)b.num * a.den, (__int128)a.den * b.den, err);
}

int frac_mul(struct frac *out, struct frac a, struct frac b, struct err *err)
{
	return reduce(out, (__int128)a.num * b.num, (__int128)a.den * b.den, err);
}

int frac_div(struct frac *out, struct frac a, struct frac b, struct err *err)
{
	return reduce(out, (__int128)a.num * b.den, (__int128)a.den * b.num, err);
}

int frac_cmp(struct frac a, struct frac b)
{
	__int128 left = (__int128)a.num * b.den;
	__int128 right = (__int128)b.num * a.den;

	return (left > right) - (left < right);
}

/* Reads digits into *value; the number of digits, or -1 when it passes 64 bits. */
static int read_digits(const char **text, int64_t *value)
{
	int digits = 0;

	for (; **text >= '0' && **text <= '9'; (*text)++, digits++) {
		if (__builtin_mul_overflow(*value, 10, value) || __builtin_add_overflow(*value, **text - '0', value))
			return -1;
	}
	return digits;
}

static int not_points(struct err *err, const char *text, bool too_large)
{
	if (too_large)
		return err_set(err, ERR_TOO_LARGE, "\"%.40s\": this number of points is too large", text);
	return err_set(err, ERR_INPUT, "\"%.40s\" is not a number of points such as 4, 2.5 or 1/3", text);
}

int frac_parse(struct frac *out, const char *text, struct err *err)
{
	const char *at = text;
	bool negative = *at == '-';
	int64_t num = 0, den = 1;
	int digits;

	at += negative;
	digits = read_digits(&at, &num);
	if (digits <= 0)
		return not_points(err, text, digits < 0);
	if (*at == '/') {
		at++;
		den = 0;
		digits = read_digits(&at, &den);
	} else if (*at == '.' || *at == ',') {
		at++;
		digits = read_digits(&at, &num);
		for (int i = 0; i < digits; i++) {
			if (__builtin_mul_overflow(den, 10, &den))
				return not_points(err, text, true);
		}
	}
	if (digits <= 0 || *at != '\0' || den == 0)
		return not_points(err, text, digits < 0);
	return reduce(out, negative ? -num : num, den, err);
}

static void print_scaled(struct buf *out, __int128 scaled, int places)
{
	char digits[64];
	size_t at = sizeof(digits);
	bool negative = scaled < 0;
	unsigned __int128 rest = negative ? -(unsigned __int128)scaled : (unsigned __int128)scaled;

	for (int written = 0; rest != 0 || written <= places; written++) {
		if (written == places && places > 0)
			digits[--at] = '.';
		digits[--at] = (char)('0' + (int)(rest % 10));
		rest /= 10;
	}
	if (negative)
		digits[--at] = '-';
	buf_add(out, digits + at, sizeof(digits) - at);
}

void frac_print(struct buf *out, struct frac value)
{
	bool finite = 10000 % value.den == 0;
	__int128 scaled = finite ? (__int128)value.num * (10000 / value.den) : 0;
	int places = 4;

	for (; places > 0 && scaled % 10 == 0; places--)
		scaled /= 10;
	/* What frac_parse() would refuse, since its digits pass 64 bits, is told as the fraction that it is. */
	if (finite && scaled == (int64_t)scaled)
		print_scaled(out, scaled, places);
	else
		buf_printf(out, "%lld/%lld", (long long)value.num, (long long)value.den);
}

void frac_print_fixed(struct buf *out, struct frac value, int places)
{
	__int128 scale = 1, twice, unit, rounded;

	if (places < 0)
		places = 0;
	if (places > 9)
		places = 9;
	for (int i = 0; i < places; i++)
		scale *= 10;
	/* floor((2 * value * scale + 1) / 2), with a division that rounds down for negative numbers too */
	twice = 2 * (__int128)value.num * scale + value.den;
	unit = 2 * (__int128)value.den;
	rounded = twice / unit;
	if (twice % unit != 0 && twice < 0)
		rounded--;
	print_scaled(out, rounded, places);
}
