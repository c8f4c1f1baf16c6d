/*
 * Exact rational numbers: no answer is ever a floating-point number.
 *
 * A number is immutable and lives in the arena that it was made in. What would pass NUMBER_BITS_MAX bits above or below
 * the fraction bar is not computed: the function returns NULL, which every function here takes and gives back, so that a
 * long computation is checked once, at its end. Division by zero gives NULL too.
 *
 * Invariant: in lowest terms, the denominator positive. Backed by FLINT (fmpq), which stays behind this library.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/frac.h"
#include "base/msg.h"

struct number;

enum { NUMBER_BITS_MAX = 4096, NUMBER_BASE_MAX = 36, NUMBER_DECIMALS_MAX = 30, NUMBER_PRIME_BITS_MAX = 64 };

const struct number *number_of(int64_t value, struct arena *arena);
const struct number *number_fraction(int64_t num, int64_t den, struct arena *arena); /* NULL when den is 0 */
/* Of digits in a base from 2 to 36, without sign; NULL when one is no digit of it or there are too many. */
const struct number *number_of_digits(const char *digits, size_t count, int base, struct arena *arena);

const struct number *number_add(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_sub(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_mul(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_div(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_neg(const struct number *a, struct arena *arena);
const struct number *number_abs(const struct number *a, struct arena *arena);
const struct number *number_power(const struct number *a, long exponent, struct arena *arena); /* 0 to the 0 is 1 */
const struct number *number_floor(const struct number *a, struct arena *arena);
/* Rounded to so many decimals (they may be negative), halves away from zero as in school. */
const struct number *number_round(const struct number *a, int decimals, struct arena *arena);
/* The decimals behind so many left out. */
const struct number *number_truncate(const struct number *a, int decimals, struct arena *arena);

/* <0, 0, >0. Neither may be NULL. */
int number_compare(const struct number *a, const struct number *b);
bool number_same(const struct number *a, const struct number *b); /* false when either is NULL */
int number_sign(const struct number *a);
bool number_is_zero(const struct number *a);
bool number_is_integer(const struct number *a);
/* True, and the value, when it is a whole number that fits. */
bool number_to_int(const struct number *a, int64_t *out);
const struct number *number_numerator(const struct number *a, struct arena *arena);
const struct number *number_denominator(const struct number *a, struct arena *arena);
/* How many decimals write it exactly; -1 when no finite number does, or more than NUMBER_DECIMALS_MAX are needed. */
int number_decimals(const struct number *a);

/* Whole numbers only, of any sign; NULL otherwise. The remainder is that of Euclid: 0 ≤ r < |b|. */
const struct number *number_mod(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_quotient(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_gcd(const struct number *a, const struct number *b, struct arena *arena);
const struct number *number_lcm(const struct number *a, const struct number *b, struct arena *arena);
/* u with a·u ≡ 1 mod n, 0 ≤ u < n; NULL when there is none. */
const struct number *number_inverse_mod(const struct number *a, const struct number *n, struct arena *arena);
/* exponent ≥ 0, modulus ≥ 1. */
const struct number *number_power_mod(
	const struct number *a, const struct number *exponent, const struct number *n, struct arena *arena);
/* 1 or 0; -1 when it has more than NUMBER_PRIME_BITS_MAX bits. */
int number_is_prime(const struct number *a);
/* The value of a digit, letters of either case; NUMBER_BASE_MAX when it is none. */
int number_digit(char c);

enum number_form { NUMBER_EXACT /* 3/4, 12 */, NUMBER_DECIMAL /* 0,75 where that is exact, else 1/3 */ };

/* "−3/4", "0,75" (French) or "-3/4", "0.75" (English): as people read it, with a true minus in French too. */
const char *number_text(const struct number *a, enum number_form form, enum lang lang, struct arena *arena);
/* "-3/4": what number_read() and an author's JSON take, the same in both languages. */
const char *number_plain(const struct number *a, struct arena *arena);
/* LaTeX and MathML of the number alone, without what says that mathematics begin ("$", <math>). */
void number_latex(struct buf *out, const struct number *a, enum number_form form);
void number_mathml(struct buf *out, const struct number *a, enum number_form form);
/* Whole digits in a base from 2 to 36, capitals; NULL unless it is a whole number, not negative. */
const char *number_digits(const struct number *a, int base, struct arena *arena);
/* As points; ERR_TOO_LARGE when 64 bits do not hold it. */
int number_to_frac(struct frac *out, const struct number *a, struct err *err) must_check;
