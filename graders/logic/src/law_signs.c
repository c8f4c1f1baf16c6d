/* What ⊕, ⇒ and ⇔ stand for. */
#include "law_use.h"

static const struct canon *mixed(
	struct canons *canons, enum expr_op outer, enum expr_op inner, const struct canon *x, const struct canon *y)
{
	return canon_pair(canons, outer, canon_pair(canons, inner, x, canon_complement(canons, y)),
		canon_pair(canons, inner, canon_complement(canons, x), y));
}

static const struct canon *equal(
	struct canons *canons, enum expr_op outer, enum expr_op inner, const struct canon *x, const struct canon *y)
{
	return mixed(canons, outer, inner, x, canon_complement(canons, y));
}

/* Operands i and k of a sum modulo 2 (or of a chain of ⇔) give way to one formula. */
static void joined(struct rewrites *out, struct canons *canons, const struct canon *canon, size_t i, size_t k,
	const struct canon *by)
{
	const struct canon **list = arena_array(canons->arena, canon->count, sizeof(*list));
	size_t count = 0;

	for (size_t n = 0; n < canon->count; n++) {
		if (n != i && n != k)
			list[count++] = canon->operands[n];
	}
	list[count++] = by;
	rewrites_add(out, canons, canon_make(canons, canon->op, list, count));
}

/* What ⊕ (neutral 0) or ⇔ (neutral 1) makes of two of which one is a constant. */
static const struct canon *beside_constant(
	struct canons *canons, const struct canon *x, const struct canon *y, bool neutral)
{
	const struct canon *constant = x->op == EXPR_CONSTANT ? x : y, *other = constant == x ? y : x;

	return (constant->value != 0) == neutral ? other : canon_complement(canons, other);
}

static void sum_of_two(struct rewrites *out, struct canons *canons, const struct canon *canon, size_t i, size_t k)
{
	const struct canon *x = canon->operands[i], *y = canon->operands[k];
	const struct canon *either = canon_pair(canons, EXPR_OR, x, y), *both = canon_pair(canons, EXPR_AND, x, y);

	joined(out, canons, canon, i, k, mixed(canons, EXPR_OR, EXPR_AND, x, y));
	joined(out, canons, canon, i, k, equal(canons, EXPR_AND, EXPR_OR, x, y));
	joined(out, canons, canon, i, k, canon_pair(canons, EXPR_AND, either, canon_not(canons, both)));
	joined(out, canons, canon, i, k, canon_not(canons, canon_pair(canons, EXPR_IFF, x, y)));
	joined(out, canons, canon, i, k, canon_not(canons, equal(canons, EXPR_OR, EXPR_AND, x, y)));
	if (x == y || canon_opposite(x, y))
		joined(out, canons, canon, i, k, canon_constant(canons, x != y));
	if (x->op == EXPR_NOT && y->op == EXPR_NOT)
		joined(out, canons, canon, i, k, canon_pair(canons, EXPR_XOR, x->operands[0], y->operands[0]));
	if (x->op == EXPR_CONSTANT || y->op == EXPR_CONSTANT)
		joined(out, canons, canon, i, k, beside_constant(canons, x, y, false));
}

static void negated_sum(struct rewrites *out, struct canons *canons, const struct canon *sum)
{
	const struct canon *x, *y;

	for (size_t i = 0; i < sum->count; i++)
		rewrites_add(out, canons, canon_with(canons, sum, i, canon_complement(canons, sum->operands[i])));
	if (sum->count != 2)
		return;
	x = sum->operands[0];
	y = sum->operands[1];
	rewrites_add(out, canons, equal(canons, EXPR_OR, EXPR_AND, x, y));
	rewrites_add(out, canons, mixed(canons, EXPR_AND, EXPR_OR, x, y));
	rewrites_add(out, canons, canon_pair(canons, EXPR_IFF, x, y));
}

/* x(y ⊕ z) = xy ⊕ xz */
static void shared_factor(struct rewrites *out, struct canons *canons, const struct canon *canon, size_t i)
{
	const struct canon *sum = canon->operands[i], *rest = canon_with(canons, canon, i, NULL), **list;

	list = arena_array(canons->arena, sum->count, sizeof(*list));
	for (size_t k = 0; k < sum->count; k++)
		list[k] = canon_pair(canons, EXPR_AND, rest, sum->operands[k]);
	rewrites_add(out, canons, canon_make(canons, EXPR_XOR, list, sum->count));
}

void rewrite_xor(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	if (canon->op == EXPR_NOT && canon->operands[0]->op == EXPR_XOR)
		negated_sum(out, canons, canon->operands[0]);
	if (canon->op == EXPR_IFF && canon->count == 2)
		rewrites_add(out, canons,
			canon_not(canons, canon_pair(canons, EXPR_XOR, canon->operands[0], canon->operands[1])));
	for (size_t i = 0; canon->op == EXPR_AND && i < canon->count; i++) {
		if (canon->operands[i]->op == EXPR_XOR)
			shared_factor(out, canons, canon, i);
	}
	for (size_t i = 0; canon->op == EXPR_XOR && i < canon->count; i++) {
		for (size_t k = i + 1; k < canon->count && !canon_spent(canons); k++)
			sum_of_two(out, canons, canon, i, k);
	}
}

void rewrite_equivalence(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	if (canon->op != EXPR_IFF)
		return;
	for (size_t i = 0; i < canon->count; i++) {
		for (size_t k = i + 1; k < canon->count && !canon_spent(canons); k++) {
			const struct canon *x = canon->operands[i], *y = canon->operands[k];

			joined(out, canons, canon, i, k,
				canon_pair(canons, EXPR_AND, canon_pair(canons, EXPR_IMPLIES, x, y),
					canon_pair(canons, EXPR_IMPLIES, y, x)));
			joined(out, canons, canon, i, k, equal(canons, EXPR_OR, EXPR_AND, x, y));
			joined(out, canons, canon, i, k, mixed(canons, EXPR_AND, EXPR_OR, x, y));
			joined(out, canons, canon, i, k, canon_not(canons, canon_pair(canons, EXPR_XOR, x, y)));
			if (x == y || canon_opposite(x, y))
				joined(out, canons, canon, i, k, canon_constant(canons, x == y));
			if (x->op == EXPR_CONSTANT || y->op == EXPR_CONSTANT)
				joined(out, canons, canon, i, k, beside_constant(canons, x, y, true));
		}
	}
}

void rewrite_contraposition(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	if (canon->op == EXPR_IMPLIES)
		rewrites_add(out, canons,
			canon_pair(canons, EXPR_IMPLIES, canon_complement(canons, canon->operands[1]),
				canon_complement(canons, canon->operands[0])));
}
