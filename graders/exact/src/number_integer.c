/*
 * Whole numbers: division of Euclid, divisors, arithmetic modulo n. Everything here is in polynomial time for numbers of
 * NUMBER_BITS_MAX bits, so that nothing needs a budget.
 */
#include <limits.h>
#include <string.h>
#include "number.h"

static bool whole(const struct number *a)
{
	return a != NULL && number_is_integer(a);
}

static const struct number *keep_whole(fmpz_t value, struct arena *arena)
{
	fmpq_t made;

	fmpq_init(made);
	fmpz_swap(fmpq_numref(made), value);
	fmpz_clear(value);
	return number_keep(made, arena);
}

const struct number *number_mod(const struct number *a, const struct number *b, struct arena *arena)
{
	fmpz_t divisor, rest;

	if (!whole(a) || !whole(b) || number_is_zero(b))
		return NULL;
	fmpz_init(divisor);
	fmpz_init(rest);
	fmpz_abs(divisor, fmpq_numref(b->value));
	fmpz_fdiv_r(rest, fmpq_numref(a->value), divisor);
	fmpz_clear(divisor);
	return keep_whole(rest, arena);
}

const struct number *number_quotient(const struct number *a, const struct number *b, struct arena *arena)
{
	return number_div(number_sub(a, number_mod(a, b, arena), arena), b, arena);
}

const struct number *number_gcd(const struct number *a, const struct number *b, struct arena *arena)
{
	fmpz_t made;

	if (!whole(a) || !whole(b))
		return NULL;
	fmpz_init(made);
	fmpz_gcd(made, fmpq_numref(a->value), fmpq_numref(b->value));
	return keep_whole(made, arena);
}

const struct number *number_lcm(const struct number *a, const struct number *b, struct arena *arena)
{
	fmpz_t made;

	if (!whole(a) || !whole(b))
		return NULL;
	fmpz_init(made);
	fmpz_lcm(made, fmpq_numref(a->value), fmpq_numref(b->value));
	return keep_whole(made, arena);
}

const struct number *number_inverse_mod(const struct number *a, const struct number *n, struct arena *arena)
{
	const struct number *rest = whole(n) && number_sign(n) > 0 ? number_mod(a, n, arena) : NULL;
	fmpz_t gcd, made;
	bool exists;

	if (rest == NULL)
		return NULL;
	if (fmpz_is_one(fmpq_numref(n->value)))
		return number_of(0, arena);
	fmpz_init(gcd);
	fmpz_init(made);
	fmpz_gcdinv(gcd, made, fmpq_numref(rest->value), fmpq_numref(n->value));
	exists = fmpz_is_one(gcd);
	fmpz_clear(gcd);
	if (exists)
		return keep_whole(made, arena);
	fmpz_clear(made);
	return NULL;
}

const struct number *number_power_mod(
	const struct number *a, const struct number *exponent, const struct number *n, struct arena *arena)
{
	fmpz_t made;

	if (!whole(a) || !whole(exponent) || !whole(n) || number_sign(exponent) < 0 || number_sign(n) <= 0)
		return NULL;
	fmpz_init(made);
	fmpz_powm(made, fmpq_numref(a->value), fmpq_numref(exponent->value), fmpq_numref(n->value));
	return keep_whole(made, arena);
}

int number_is_prime(const struct number *a)
{
	if (!whole(a) || fmpz_cmp_ui(fmpq_numref(a->value), 2) < 0)
		return 0;
	if (fmpz_bits(fmpq_numref(a->value)) > NUMBER_PRIME_BITS_MAX)
		return -1;
	return fmpz_is_prime(fmpq_numref(a->value)) == 1;
}

/* How often `factor` divides the number, which loses these factors; at most `most` + 1. */
static int take_factor(fmpz_t number, unsigned long factor, int most)
{
	int times = 0;

	while (times <= most && fmpz_divisible_si(number, (slong)factor)) {
		fmpz_divexact_ui(number, number, factor);
		times++;
	}
	return times;
}

int number_decimals(const struct number *a)
{
	int twos, fives;
	bool finite;
	fmpz_t rest;

	fmpz_init(rest);
	fmpz_set(rest, fmpq_denref(a->value));
	twos = take_factor(rest, 2, NUMBER_DECIMALS_MAX);
	fives = take_factor(rest, 5, NUMBER_DECIMALS_MAX);
	finite = fmpz_is_one(rest);
	fmpz_clear(rest);
	if (!finite || twos > NUMBER_DECIMALS_MAX || fives > NUMBER_DECIMALS_MAX)
		return -1;
	return twos > fives ? twos : fives;
}

int number_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : NUMBER_BASE_MAX;
}

const struct number *number_of_digits(const char *digits, size_t count, int base, struct arena *arena)
{
	char *text;
	fmpz_t made;

	for (; count > 1 && *digits == '0'; digits++)
		count--;
	if (count == 0 || count > NUMBER_BITS_MAX || base < 2 || base > NUMBER_BASE_MAX)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (number_digit(digits[i]) >= base)
			return NULL;
	text = arena_memdup(arena, digits, count);
	fmpz_init(made);
	if (fmpz_set_str(made, text, base) != 0) {
		fmpz_clear(made);
		return NULL;
	}
	return keep_whole(made, arena);
}

int number_to_frac(struct frac *out, const struct number *a, struct err *err)
{
	if (!fmpz_fits_si(fmpq_numref(a->value)) || !fmpz_fits_si(fmpq_denref(a->value)) ||
		fmpz_get_si(fmpq_numref(a->value)) == LONG_MIN)
		return err_set(err, ERR_TOO_LARGE, "a number of points has more than 64 bits");
	return frac_make(out, fmpz_get_si(fmpq_numref(a->value)), fmpz_get_si(fmpq_denref(a->value)), err);
}
