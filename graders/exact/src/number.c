/*
 * Arithmetic on numbers. FLINT keeps whole numbers of 62 bits in place; only larger ones own memory, which the arena
 * gives back. It aborts when memory ends: sizes are bounded before every call that could make them grow.
 */
#include "number.h"
#include <string.h>
#include "thread.h"

static void clear(void *data)
{
	struct number *number = data;

	fmpq_clear(number->value);
}

static bool owns_memory(const struct number *number)
{
	return COEFF_IS_MPZ(*fmpq_numref(number->value)) || COEFF_IS_MPZ(*fmpq_denref(number->value));
}

const struct number *number_keep(fmpq_t value, struct arena *arena)
{
	struct number *number;

	thread_uses_numbers();
	if (fmpz_bits(fmpq_numref(value)) > NUMBER_BITS_MAX || fmpz_bits(fmpq_denref(value)) > NUMBER_BITS_MAX) {
		fmpq_clear(value);
		return NULL;
	}
	number = arena_alloc(arena, sizeof(*number));
	*number->value = *value;
	if (owns_memory(number))
		arena_defer(arena, clear, number);
	return number;
}

const struct number *number_of(int64_t value, struct arena *arena)
{
	fmpq_t made;

	fmpq_init(made);
	fmpz_set_si(fmpq_numref(made), value);
	return number_keep(made, arena);
}

const struct number *number_fraction(int64_t num, int64_t den, struct arena *arena)
{
	return number_div(number_of(num, arena), number_of(den, arena), arena);
}

static const struct number *two(void (*work)(fmpq_t, const fmpq_t, const fmpq_t), const struct number *a,
	const struct number *b, struct arena *arena)
{
	fmpq_t made;

	if (a == NULL || b == NULL)
		return NULL;
	fmpq_init(made);
	work(made, a->value, b->value);
	return number_keep(made, arena);
}

const struct number *number_add(const struct number *a, const struct number *b, struct arena *arena)
{
	return two(fmpq_add, a, b, arena);
}

const struct number *number_sub(const struct number *a, const struct number *b, struct arena *arena)
{
	return two(fmpq_sub, a, b, arena);
}

const struct number *number_mul(const struct number *a, const struct number *b, struct arena *arena)
{
	return two(fmpq_mul, a, b, arena);
}

const struct number *number_div(const struct number *a, const struct number *b, struct arena *arena)
{
	return b != NULL && fmpq_is_zero(b->value) ? NULL : two(fmpq_div, a, b, arena);
}

const struct number *number_neg(const struct number *a, struct arena *arena)
{
	fmpq_t made;

	if (a == NULL)
		return NULL;
	fmpq_init(made);
	fmpq_neg(made, a->value);
	return number_keep(made, arena);
}

const struct number *number_abs(const struct number *a, struct arena *arena)
{
	return a != NULL && fmpq_sgn(a->value) < 0 ? number_neg(a, arena) : a;
}

const struct number *number_power(const struct number *a, long exponent, struct arena *arena)
{
	fmpq_t made;
	size_t bits, times = (size_t)(exponent < 0 ? -(unsigned long)exponent : (unsigned long)exponent);

	if (a == NULL || (exponent < 0 && fmpq_is_zero(a->value)))
		return NULL;
	bits = number_bits(a);
	/* |a| of b bits is at least 2^(b - 1): larger powers than this do not fit, those of 0, 1 and -1 always do. */
	if (bits > 1 && times > NUMBER_BITS_MAX / (bits - 1))
		return NULL;
	if (bits <= 1 && times > 2)
		times = 2 - times % 2;
	fmpq_init(made);
	fmpz_pow_ui(fmpq_numref(made), fmpq_numref(a->value), times);
	fmpz_pow_ui(fmpq_denref(made), fmpq_denref(a->value), times);
	if (exponent < 0)
		fmpq_inv(made, made);
	return number_keep(made, arena);
}

const struct number *number_floor(const struct number *a, struct arena *arena)
{
	fmpq_t made;

	if (a == NULL)
		return NULL;
	fmpq_init(made);
	fmpz_fdiv_q(fmpq_numref(made), fmpq_numref(a->value), fmpq_denref(a->value));
	return number_keep(made, arena);
}

/* Cut to so many decimals, with `more` of the last one added to its size before. */
static const struct number *cut(const struct number *a, int decimals, const struct number *more, struct arena *arena)
{
	const struct number *scale = number_power(number_of(10, arena), decimals, arena), *made;

	made = number_floor(number_add(number_mul(number_abs(a, arena), scale, arena), more, arena), arena);
	made = number_div(made, scale, arena);
	return a != NULL && fmpq_sgn(a->value) < 0 ? number_neg(made, arena) : made;
}

const struct number *number_round(const struct number *a, int decimals, struct arena *arena)
{
	return cut(a, decimals, number_fraction(1, 2, arena), arena);
}

const struct number *number_truncate(const struct number *a, int decimals, struct arena *arena)
{
	return cut(a, decimals, number_of(0, arena), arena);
}

int number_compare(const struct number *a, const struct number *b)
{
	return fmpq_cmp(a->value, b->value);
}

bool number_same(const struct number *a, const struct number *b)
{
	return a != NULL && b != NULL && fmpq_equal(a->value, b->value);
}

int number_sign(const struct number *a)
{
	return fmpq_sgn(a->value);
}

bool number_is_zero(const struct number *a)
{
	return fmpq_is_zero(a->value);
}

bool number_is_integer(const struct number *a)
{
	return fmpz_is_one(fmpq_denref(a->value));
}

bool number_to_int(const struct number *a, int64_t *out)
{
	if (a == NULL || !number_is_integer(a) || !fmpz_fits_si(fmpq_numref(a->value)))
		return false;
	*out = fmpz_get_si(fmpq_numref(a->value));
	return true;
}

const struct number *number_numerator(const struct number *a, struct arena *arena)
{
	fmpq_t made;

	if (a == NULL)
		return NULL;
	fmpq_init(made);
	fmpz_set(fmpq_numref(made), fmpq_numref(a->value));
	return number_keep(made, arena);
}

const struct number *number_denominator(const struct number *a, struct arena *arena)
{
	fmpq_t made;

	if (a == NULL)
		return NULL;
	fmpq_init(made);
	fmpz_set(fmpq_numref(made), fmpq_denref(a->value));
	return number_keep(made, arena);
}

size_t number_bits(const struct number *a)
{
	size_t above = fmpz_bits(fmpq_numref(a->value)), below = fmpz_bits(fmpq_denref(a->value));

	return above > below ? above : below;
}
