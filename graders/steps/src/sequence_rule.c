/* The terms of a sequence, from its recurrence or its formula; what kind of sequence it is. */
#include <string.h>
#include "sequence.h"

enum { LEAST_TERMS = 4 };

static const struct number *number_value(
	const struct formula *formula, const struct binding *bindings, size_t count, size_t *steps, struct arena *arena)
{
	struct value value;
	struct slip slip;

	if (formula_value_within(&value, formula, bindings, count, steps, arena, &slip) < 0 ||
		value.kind != VALUE_NUMBER)
		return NULL;
	return value.number;
}

static struct binding bound(const char *name, const struct number *number)
{
	return (struct binding){ name, { .kind = VALUE_NUMBER, .number = number } };
}

const struct number *sequence_next(
	const struct sequence_question *asked, const struct number *u, int64_t n, size_t *steps, struct arena *arena)
{
	const struct binding bindings[] = { bound("u", u), bound("n", number_of(n, arena)) };

	return u ? number_value(asked->next, bindings, 2, steps, arena) : NULL;
}

static const struct number *term_at(
	const struct sequence_question *asked, int64_t n, size_t *steps, struct arena *arena)
{
	const struct binding binding = bound("n", number_of(n, arena));

	return number_value(asked->term, &binding, 1, steps, arena);
}

/* u_{n+1} = q·u_n + r for every n? */
static void find_affine(struct sequence_question *out, struct arena *arena)
{
	const struct number *zero = number_of(0, arena), *one = number_of(1, arena);
	size_t steps = SEQUENCE_STEPS;

	if (out->next) {
		out->r = sequence_next(out, zero, 0, &steps, arena);
		out->q = number_sub(sequence_next(out, one, 0, &steps, arena), out->r, arena);
		for (int64_t n = 0; n < 6 && out->q; n++) {
			const struct number *u = number_fraction(7 * n - 4, 3, arena);
			if (!number_same(sequence_next(out, u, n, &steps, arena),
				    number_add(number_mul(out->q, u, arena), out->r, arena)))
				out->q = NULL;
		}
		return;
	}
	/* From its terms: a constant difference, or a constant quotient. */
	out->r = number_sub(out->terms[1], out->terms[0], arena);
	out->q = one;
	for (size_t i = 0; i + 1 < out->count && i < TRIED_RANKS && out->q; i++)
		if (!number_same(out->terms[i + 1], number_add(out->terms[i], out->r, arena)))
			out->q = NULL;
	if (out->q)
		return;
	out->r = zero;
	out->q = number_div(out->terms[1], out->terms[0], arena);
	for (size_t i = 0; i + 1 < out->count && i < TRIED_RANKS && out->q; i++)
		if (!number_same(out->terms[i + 1], number_mul(out->terms[i], out->q, arena)))
			out->q = NULL;
}

static void find_nature(struct sequence_question *out, struct arena *arena)
{
	const struct number *one = number_of(1, arena);

	find_affine(out, arena);
	if (!out->q || !out->r)
		out->q = out->r = NULL;
	else if (number_same(out->q, one))
		out->nature = NATURE_ARITHMETIC;
	else
		out->nature = number_is_zero(out->r) ? NATURE_GEOMETRIC : NATURE_AFFINE;
}

bool sequence_unroll(struct sequence_question *out, size_t needed, struct arena *arena)
{
	size_t steps = SEQUENCE_STEPS;

	if (needed < LEAST_TERMS)
		needed = LEAST_TERMS;
	for (; out->count < needed && out->count < TERMS_MAX; out->count++) {
		size_t i = out->count;
		int64_t n = out->from + (int64_t)i;

		if (out->term)
			out->terms[i] = term_at(out, n, &steps, arena);
		else if (i > 0)
			out->terms[i] = sequence_next(out, out->terms[i - 1], n - 1, &steps, arena);
		out->sums[i] = i > 0 ? number_add(out->sums[i - 1], out->terms[i], arena) : out->terms[i];
		if (!out->sums[i])
			return false;
	}
	find_nature(out, arena);
	return true;
}

int sequence_holds(const struct sequence_question *asked, size_t index, size_t *steps, struct arena *arena)
{
	int64_t n = asked->from + (int64_t)index;
	const struct binding bindings[] = { bound("u", asked->terms[index]), bound("s", asked->sums[index]),
		bound("n", number_of(n, arena)), bound("k", number_of((int64_t)index + 1, arena)) };
	struct value value;
	struct slip slip;

	if (formula_value_within(&value, asked->condition, bindings, 4, steps, arena, &slip) < 0 ||
		value.kind != VALUE_TRUTH)
		return -1;
	return value.truth;
}

/* "(-3/4)" where it must stand alone. */
static const char *apart(const struct number *value, struct arena *arena)
{
	const char *plain = number_plain(value, arena);

	return number_sign(value) < 0 || strchr(plain, '/') != NULL ? arena_printf(arena, "(%s)", plain) : plain;
}

const char *sequence_closed_form(const struct sequence_question *asked, struct arena *arena)
{
	const char *rank = asked->from == 0 ? "n" : "(n - 1)";
	const struct number *limit, *first = asked->terms[0];

	if (asked->term)
		return asked->rule;
	switch (asked->nature) {
	case NATURE_ARITHMETIC:
		return arena_printf(arena, "%s + %s*%s", number_plain(first, arena), apart(asked->r, arena), rank);
	case NATURE_GEOMETRIC:
		return arena_printf(arena, "%s*%s^%s", apart(first, arena), apart(asked->q, arena), rank);
	case NATURE_AFFINE:
		limit = number_div(asked->r, number_sub(number_of(1, arena), asked->q, arena), arena);
		return arena_printf(arena, "%s + %s*%s^%s", number_plain(limit, arena),
			apart(number_sub(first, limit, arena), arena), apart(asked->q, arena), rank);
	case NATURE_NEITHER:
		break;
	}
	return NULL;
}

const struct number *sequence_asked(
	const struct sequence_question *asked, const struct number *value, struct arena *arena)
{
	return asked->decimals < 0 ? value : number_round(value, asked->decimals, arena);
}
