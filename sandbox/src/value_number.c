/* The only file of the project that includes gmp.h. */
#include "sandbox/value_number.h"
#include <float.h>
#include <gmp.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	EXACT_BYTES = 16 << 10, /* integers up to this size are converted whole even for their first digits */
	GUARD_DIGITS = 20,
};

static void release_mpz(mpz_t *number)
{
	mpz_clear(*number);
}
#define cleanup_mpz __attribute__((cleanup(release_mpz)))

static void load(mpz_t out, const struct value *value)
{
	if (value->type == VALUE_BOOL) {
		mpz_set_ui(out, value->boolean);
		return;
	}
	mpz_import(out, value->integer.bytes, -1, 1, 0, 0, value->integer.magnitude);
	if (value->integer.negative)
		mpz_neg(out, out);
}

static void store(struct value *out, const mpz_t number, struct arena *arena)
{
	size_t bytes = (mpz_sizeinbase(number, 2) + 7) / 8;
	uint8_t *magnitude = arena_alloc(arena, bytes);
	size_t written = 0;
	mpz_export(magnitude, &written, -1, 1, 0, 0, number);
	*out = (struct value){ .type = VALUE_INT };
	out->integer.negative = mpz_sgn(number) < 0;
	out->integer.magnitude = magnitude;
	out->integer.bytes = written;
}

bool value_to_int64(const struct value *value, int64_t *out)
{
	uint64_t magnitude = 0;
	uint64_t most = (uint64_t)INT64_MAX;
	if (value->type != VALUE_INT || value->integer.bytes > 8)
		return false;
	for (size_t i = 0; i < value->integer.bytes; i++)
		magnitude |= (uint64_t)value->integer.magnitude[i] << 8 * i;
	if (magnitude > most + value->integer.negative)
		return false;
	*out = value->integer.negative ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
	return true;
}

bool value_is_number(const struct value *value)
{
	return value->type == VALUE_BOOL || value->type == VALUE_INT || value->type == VALUE_FLOAT;
}

static bool small(const struct value *value, int64_t *out)
{
	if (value->type == VALUE_BOOL) {
		*out = value->boolean;
		return true;
	}
	return value_to_int64(value, out);
}

static int sign(const struct value *integer)
{
	if (integer->type == VALUE_BOOL)
		return integer->boolean;
	return integer->integer.bytes == 0 ? 0 : integer->integer.negative ? -1 : 1;
}

static int order_magnitudes(const struct value *a, const struct value *b)
{
	if (a->integer.bytes != b->integer.bytes)
		return a->integer.bytes < b->integer.bytes ? -1 : 1;
	for (size_t i = a->integer.bytes; i-- > 0;)
		if (a->integer.magnitude[i] != b->integer.magnitude[i])
			return a->integer.magnitude[i] < b->integer.magnitude[i] ? -1 : 1;
	return 0;
}

static int order_ints(const struct value *a, const struct value *b)
{
	int64_t x, y;
	if (small(a, &x) && small(b, &y))
		return (x > y) - (x < y);
	if (sign(a) != sign(b))
		return sign(a) < sign(b) ? -1 : 1;
	/* Same sign and not both small: neither is a bool, but a bool beside a large int. */
	if (a->type == VALUE_BOOL || b->type == VALUE_BOOL)
		return a->type == VALUE_BOOL ? -1 : 1;
	return sign(a) < 0 ? order_magnitudes(b, a) : order_magnitudes(a, b);
}

static int order_doubles(double a, double b)
{
	if (isnan(a) || isnan(b))
		return !!isnan(a) - !!isnan(b);
	return (a > b) - (a < b);
}

static int order_int_double(const struct value *integer, double real)
{
	int64_t x;
	if (isnan(real))
		return -1;
	if (isinf(real))
		return real > 0 ? -1 : 1;
	if (small(integer, &x)) {
		/* A long double holds every int64 and every double. */
		long double a = x, b = real;
		return (a > b) - (a < b);
	}
	if (integer->integer.bytes > DBL_MAX_EXP / 8)
		return sign(integer);
	cleanup_mpz mpz_t number;
	mpz_init(number);
	load(number, integer);
	int order = mpz_cmp_d(number, real);
	return (order > 0) - (order < 0);
}

int value_number_order(const struct value *a, const struct value *b)
{
	if (a->type == VALUE_FLOAT && b->type == VALUE_FLOAT)
		return order_doubles(a->real, b->real);
	if (b->type == VALUE_FLOAT)
		return order_int_double(a, b->real);
	if (a->type == VALUE_FLOAT)
		return -order_int_double(b, a->real);
	return order_ints(a, b);
}

/* Both are finite and, when not small, whole: then the difference is one of integers, made exactly. */
static double exact_difference(const struct value *a, const struct value *b)
{
	cleanup_mpz mpz_t x;
	cleanup_mpz mpz_t y;
	mpz_init(x);
	mpz_init(y);
	if (a->type == VALUE_FLOAT)
		mpz_set_d(x, a->real);
	else
		load(x, a);
	if (b->type == VALUE_FLOAT)
		mpz_set_d(y, b->real);
	else
		load(y, b);
	mpz_sub(x, x, y);
	if (mpz_sizeinbase(x, 2) > DBL_MAX_EXP)
		return INFINITY;
	return fabs(mpz_get_d(x));
}

static long double magnitude_of(const struct value *value)
{
	int64_t x;
	if (value->type == VALUE_FLOAT)
		return fabsl(value->real);
	if (small(value, &x))
		return fabsl((long double)x);
	cleanup_mpz mpz_t number;
	mpz_init(number);
	load(number, value);
	if (mpz_sizeinbase(number, 2) > DBL_MAX_EXP)
		return DBL_MAX;
	return fabs(mpz_get_d(number));
}

static bool is_large(const struct value *value)
{
	int64_t x;
	return value->type != VALUE_FLOAT && !small(value, &x);
}

static long double real_of(const struct value *value)
{
	int64_t x = 0;
	if (value->type == VALUE_FLOAT)
		return value->real;
	small(value, &x);
	return x;
}

bool value_number_close(const struct value *expected, const struct value *got, double absolute, double relative)
{
	if (value_number_order(expected, got) == 0)
		return true;
	if ((expected->type == VALUE_FLOAT && !isfinite(expected->real)) ||
		(got->type == VALUE_FLOAT && !isfinite(got->real)))
		return false;
	long double size = magnitude_of(expected);
	long double tolerance = fmaxl(absolute, relative * size);
	if (!(tolerance > 0))
		return false;
	tolerance += 4 * DBL_EPSILON * fminl(fmaxl(size, magnitude_of(got)), 2 * size + tolerance);
	if (is_large(expected) || is_large(got))
		return exact_difference(expected, got) <= tolerance;
	return fabsl(real_of(expected) - real_of(got)) <= tolerance;
}

/* Is digits * 10**tail more than the number? */
static bool above(const mpz_t number, const mpz_t digits, size_t tail)
{
	cleanup_mpz mpz_t candidate;
	mpz_init(candidate);
	mpz_ui_pow_ui(candidate, 5, tail);
	mpz_mul(candidate, candidate, digits);
	mpz_mul_2exp(candidate, candidate, tail);
	return mpz_cmp(candidate, number) > 0;
}

/*
 * The first `count` digits of a number that has many more. They are made from its leading limbs with some
 * guard digits, rounded to the nearest; only where these are all zeros or nines, as for 10**n and 10**n - 1,
 * may the rounding have been upwards past what is asked, and a comparison with the whole number tells.
 */
static void leading_digits(struct buf *out, const mpz_t number, size_t count)
{
	mpf_t rough;
	mp_exp_t exponent;
	size_t length = count + GUARD_DIGITS;
	mpf_init2(rough, length * 4 + 256);
	mpf_set_z(rough, number);
	char *digits = mpf_get_str(NULL, &exponent, 10, length, rough);
	mpf_clear(rough);
	size_t given = strlen(digits); /* trailing zeros are left out */
	if (given == length && strspn(digits + count, "0") < GUARD_DIGITS - 2) {
		buf_add(out, digits, count);
		free(digits);
		return;
	}
	cleanup_mpz mpz_t candidate;
	cleanup_mpz mpz_t padding;
	mpz_init_set_str(candidate, digits, 10);
	free(digits);
	mpz_init(padding);
	mpz_ui_pow_ui(padding, 10, length - given);
	mpz_mul(candidate, candidate, padding);
	if (above(number, candidate, (size_t)exponent - length))
		mpz_sub_ui(candidate, candidate, 1);
	char *settled = mpz_get_str(NULL, 10, candidate);
	buf_add(out, settled, count);
	free(settled);
}

bool value_int_text(struct buf *out, const struct value *integer, size_t max_digits)
{
	int64_t x;
	if (small(integer, &x) && max_digits == 0) {
		buf_printf(out, "%lld", (long long)x);
		return false;
	}
	cleanup_mpz mpz_t number;
	mpz_init(number);
	load(number, integer);
	if (mpz_sgn(number) < 0)
		buf_addch(out, '-');
	mpz_abs(number, number);
	size_t about = mpz_sizeinbase(number, 10); /* exact or one too many */
	if (max_digits > 0 && integer->integer.bytes > EXACT_BYTES && about > max_digits + GUARD_DIGITS + 1) {
		leading_digits(out, number, max_digits);
		return true;
	}
	char *digits = mpz_get_str(NULL, 10, number);
	size_t length = strlen(digits);
	bool cut = max_digits > 0 && length > max_digits;
	buf_add(out, digits, cut ? max_digits : length);
	free(digits);
	return cut;
}

void value_range_key(struct value key[3], const struct value *range, struct arena *arena)
{
	cleanup_mpz mpz_t start;
	cleanup_mpz mpz_t step;
	cleanup_mpz mpz_t length;
	mpz_inits(start, step, length, NULL);
	load(start, &range->items.items[0]);
	load(length, &range->items.items[1]);
	load(step, &range->items.items[2]);
	/* ceil((stop - start) / step), not below zero; a step of zero is refused where values are decoded */
	mpz_sub(length, length, start);
	if (mpz_sgn(step) != 0)
		mpz_cdiv_q(length, length, step);
	if (mpz_sgn(length) < 0)
		mpz_set_ui(length, 0);
	if (mpz_sgn(length) == 0)
		mpz_set_ui(start, 0);
	if (mpz_cmp_ui(length, 2) < 0)
		mpz_set_ui(step, 0);
	store(&key[0], length, arena);
	store(&key[1], start, arena);
	store(&key[2], step, arena);
}
