/*
 * The signs ⊕ ⇒ ⇔ ↑ ↓ between a formula and a constant, itself or its bar: what they come to, and by the law of which
 * name.
 *
 * A teacher names such a step after what the sign's definition comes to: a ⊕ 0 = a and 1 ⇒ a = a have a neutral element,
 * a ⇒ 1 = 1 an absorbing one, a ⊕ ā = 1 and a ⇒ a = 1 are a and its complement together, and a ⊕ 1 is the complement itself;
 * a ⇒ ā = ā is ā twice. Where the constant does something else than for + and · (0 ⇒ a is 1, a ↑ 1 is ā), the definition is
 * the better name, and the law's is accepted.
 */
#include "law_use.h"

struct sign {
	struct canons *canons;
	const struct canon *canon;
	uint32_t use;
};

/* May it be done by this law, of these two kinds? */
static bool by(const struct sign *sign, enum law law, uint32_t kind)
{
	return (sign->use & LAW_BIT(law)) != 0 && (sign->use & kind) != 0;
}

static bool is(const struct canon *canon, bool value)
{
	return canon->op == EXPR_CONSTANT && canon->value == value;
}

static const struct canon *complement(struct canons *canons, const struct canon *canon)
{
	return canon->op == EXPR_CONSTANT ? canon_constant(canons, !canon->value) : canon_complement(canons, canon);
}

/* Without operand i, and k where it is another one. */
static const struct canon *without(const struct sign *sign, size_t i, size_t k)
{
	const struct canon *canon = sign->canon, **list = arena_array(sign->canons->arena, canon->count, sizeof(*list));
	size_t count = 0;

	for (size_t n = 0; n < canon->count; n++) {
		if (n != i && n != k)
			list[count++] = canon->operands[n];
	}
	return canon_make(sign->canons, canon->op, list, count);
}

/* With a constant instead of operands i and k; a neutral one is left out. */
static const struct canon *with_constant(const struct sign *sign, size_t i, size_t k, bool value)
{
	const struct canon *constant = canon_constant(sign->canons, value);

	if (sign->canon->count == 2)
		return constant;
	if (value == (sign->canon->op == EXPR_IFF))
		return without(sign, i, k);
	return canon_pair(sign->canons, sign->canon->op, without(sign, i, k), constant);
}

/* ⊕ and ⇔; the second one's neutral element is 1. */
static const struct canon *chain(const struct sign *sign)
{
	const struct canon *canon = sign->canon;
	bool neutral = canon->op == EXPR_IFF, free = canon->op == EXPR_XOR;

	for (size_t i = 0; i < canon->count; i++) {
		if (is(canon->operands[i], neutral) &&
			(by(sign, LAW_NEUTRAL, OF_SIGNS) || (free && (sign->use & LAW_BIT(LAW_NEUTRAL)) != 0)))
			return without(sign, i, i);
		if (is(canon->operands[i], !neutral) && by(sign, LAW_COMPLEMENT, OF_SIGNS))
			return complement(sign->canons, without(sign, i, i));
		for (size_t k = i + 1; k < canon->count && by(sign, LAW_COMPLEMENT, OF_SIGNS); k++) {
			const struct canon *x = canon->operands[i], *y = canon->operands[k];

			if (x == y || canon_opposite(x, y))
				return with_constant(sign, i, k, (x == y) == neutral);
		}
	}
	return canon;
}

static const struct canon *implication(const struct sign *sign)
{
	const struct canon *x = sign->canon->operands[0], *y = sign->canon->operands[1];

	if (is(x, true) && by(sign, LAW_NEUTRAL, OF_SIGNS))
		return y;
	if (is(y, true) && by(sign, LAW_ABSORBING, OF_SIGNS))
		return y;
	if (is(x, false) && by(sign, LAW_ABSORBING, BY_DEFINITION))
		return canon_constant(sign->canons, true);
	if (is(y, false) && by(sign, LAW_COMPLEMENT, BY_DEFINITION))
		return complement(sign->canons, x);
	if (x == y && by(sign, LAW_COMPLEMENT, OF_SIGNS))
		return canon_constant(sign->canons, true);
	if (canon_opposite(x, y) && by(sign, LAW_IDEMPOTENCE, OF_SIGNS))
		return y;
	return sign->canon;
}

/* ↑ and ↓; 1 leaves the bar of the other one in the first, 0 in the second. */
static const struct canon *barred(const struct sign *sign)
{
	const struct canon *canon = sign->canon, *x = canon->operands[0], *y = canon->operands[1];
	bool turns = canon->op == EXPR_NAND;

	if (canon->count != 2)
		return canon;
	if (canon_opposite(x, y) && by(sign, LAW_COMPLEMENT, OF_SIGNS))
		return canon_constant(sign->canons, turns);
	if ((is(x, !turns) || is(y, !turns)) && by(sign, LAW_ABSORBING, BY_DEFINITION))
		return canon_constant(sign->canons, turns);
	if ((is(x, turns) || is(y, turns)) && by(sign, LAW_COMPLEMENT, BY_DEFINITION))
		return complement(sign->canons, is(x, turns) ? y : x);
	if (x == y && by(sign, LAW_IDEMPOTENCE, BY_DEFINITION))
		return complement(sign->canons, x);
	return canon;
}

const struct canon *law_of_sign(struct canons *canons, const struct canon *canon, uint32_t use)
{
	const struct sign sign = { canons, canon, use };

	canons->steps += canon->count / 8;
	switch (canon->op) {
	case EXPR_XOR:
	case EXPR_IFF:
		return chain(&sign);
	case EXPR_IMPLIES:
		return implication(&sign);
	case EXPR_NAND:
	case EXPR_NOR:
		return barred(&sign);
	default:
		return canon;
	}
}
