/* Normal forms: laws used from left to right, from the leaves up, until nothing changes. */
#include "law_use.h"

static bool uses(uint32_t use, enum law law)
{
	return (use & LAW_BIT(law)) != 0;
}

static bool is_constant(const struct canon *canon, bool value)
{
	return canon->op == EXPR_CONSTANT && canon->value == value;
}

static const struct canon *of_negation(struct canons *canons, const struct canon *canon, uint32_t use)
{
	const struct canon *under = canon->operands[0], **list;

	if (under->op == EXPR_NOT && uses(use, LAW_DOUBLE_NEGATION))
		return under->operands[0];
	if (under->op == EXPR_CONSTANT && uses(use, LAW_CONSTANT))
		return canon_constant(canons, !under->value);
	if (!canon_sum_or_product(under) || !uses(use, LAW_DE_MORGAN))
		return canon;
	list = arena_array(canons->arena, under->count, sizeof(*list));
	for (size_t i = 0; i < under->count; i++)
		list[i] = canon_not(canons, under->operands[i]);
	return canon_make(canons, canon_dual(under->op), list, under->count);
}

/* A sum without its 0 and what is equal to the term before; 1 when it has a 1. And the dual. */
static const struct canon *of_constants(struct canons *canons, const struct canon *canon, uint32_t use)
{
	const struct canon **list = arena_array(canons->arena, canon->count, sizeof(*list));
	bool sum = canon->op == EXPR_OR;
	size_t count = 0;

	for (size_t i = 0; i < canon->count; i++) {
		const struct canon *operand = canon->operands[i];

		if (is_constant(operand, sum) && uses(use, LAW_ABSORBING))
			return operand;
		if (!(is_constant(operand, !sum) && uses(use, LAW_NEUTRAL)) &&
			!(i > 0 && operand == canon->operands[i - 1] && uses(use, LAW_IDEMPOTENCE)))
			list[count++] = operand;
	}
	return count < canon->count ? canon_make(canons, canon->op, list, count) : canon;
}

/* x + x̄ where x may be several terms: a + b + ¬(a + b). */
static const struct canon *of_complement(struct canons *canons, const struct canon *canon)
{
	struct factors all, part;

	factors_of(&all, canon, canon->op);
	for (size_t i = 0; i < canon->count; i++) {
		const struct canon **list;
		size_t count = 0, taken = 0;

		if (canon->operands[i]->op != EXPR_NOT)
			continue;
		factors_of(&part, canon->operands[i]->operands[0], canon->op);
		if (!factors_within(&part, &all))
			continue;
		list = arena_array(canons->arena, canon->count, sizeof(*list));
		list[count++] = canon_constant(canons, canon->op == EXPR_OR);
		for (size_t k = 0; k < canon->count; k++) {
			if (taken < part.count && canon->operands[k] == part.list[taken])
				taken++;
			else if (k != i)
				list[count++] = canon->operands[k];
		}
		return canon_make(canons, canon->op, list, count);
	}
	return canon;
}

static const struct canon *of_absorption(struct canons *canons, const struct canon *canon)
{
	struct factors few, many;
	enum expr_op inner = canon_dual(canon->op);

	for (size_t i = 0; i < canon->count; i++) {
		factors_of(&many, canon->operands[i], inner);
		for (size_t k = 0; k < canon->count; k++) {
			factors_of(&few, canon->operands[k], inner);
			canons->steps++;
			if (k != i && canon->operands[k]->op != EXPR_CONSTANT && few.count < many.count &&
				factors_within(&few, &many))
				return canon_with(canons, canon, i, NULL);
		}
	}
	return canon;
}

/* All products of one term of each factor; NULL when they are too many. */
static const struct canon *expanded(struct canons *canons, const struct canon *canon)
{
	enum expr_op inner = canon_dual(canon->op);
	const struct canon **list, **pick;
	size_t total = 1;

	for (size_t i = 0; i < canon->count; i++) {
		if (canon->operands[i]->op == inner)
			total *= canon->operands[i]->count;
		if (total > EXPANDED_MAX)
			return NULL;
	}
	if (total == 1)
		return canon;
	list = arena_array(canons->arena, total, sizeof(*list));
	pick = arena_array(canons->arena, canon->count, sizeof(*pick));
	for (size_t n = 0; n < total; n++) {
		size_t rest = n;

		for (size_t i = 0; i < canon->count; i++) {
			struct factors terms;

			factors_of(&terms, canon->operands[i], inner);
			pick[i] = terms.list[rest % terms.count];
			rest /= terms.count;
		}
		list[n] = canon_make(canons, canon->op, pick, canon->count);
	}
	return canon_make(canons, inner, list, total);
}

/* One use of one of the laws at the top; the same when none applies, NULL when it grows too large. */
static const struct canon *once(struct canons *canons, const struct canon *canon, uint32_t use)
{
	const struct canon *after = canon;

	switch (canon->op) {
	case EXPR_NOT:
		return of_negation(canons, canon, use);
	case EXPR_NAND:
	case EXPR_NOR:
		after = law_of_sign(canons, canon, use);
		if (after != canon || !uses(use, LAW_NAND_NOR))
			return after;
		return canon_not(canons,
			canon_make(canons, canon->op == EXPR_NAND ? EXPR_AND : EXPR_OR, canon->operands, canon->count));
	case EXPR_IMPLIES:
		after = law_of_sign(canons, canon, use);
		if (after != canon || !uses(use, LAW_IMPLICATION))
			return after;
		return canon_pair(canons, EXPR_OR, canon_not(canons, canon->operands[0]), canon->operands[1]);
	case EXPR_XOR:
	case EXPR_IFF:
		return law_of_sign(canons, canon, use);
	case EXPR_AND:
	case EXPR_OR:
		break;
	default:
		return canon;
	}
	after = of_constants(canons, canon, use);
	if (after == canon && uses(use, LAW_COMPLEMENT))
		after = of_complement(canons, canon);
	if (after == canon && uses(use, LAW_ABSORPTION))
		after = of_absorption(canons, canon);
	if (after == canon &&
		(canon->op == EXPR_AND ? uses(use, LAW_DISTRIBUTIVITY) : (use & DUAL_DISTRIBUTIVITY) != 0))
		after = expanded(canons, canon);
	return after;
}

static void remember(const struct canon *canon, uint32_t use, const struct canon *normal)
{
	struct canon *open = (struct canon *)canon; /* every one was made in canons->arena */

	open->memo_use = use;
	open->memo = normal;
}

static const struct canon *with_normal_operands(struct canons *canons, const struct canon *canon, uint32_t use)
{
	const struct canon **list = arena_array(canons->arena, canon->count, sizeof(*list));

	for (size_t i = 0; i < canon->count; i++) {
		list[i] = law_normal(canons, canon->operands[i], use);
		if (list[i] == NULL)
			return NULL;
	}
	return canon_make(canons, canon->op, list, canon->count);
}

const struct canon *law_normal(struct canons *canons, const struct canon *canon, uint32_t use)
{
	const struct canon *before = canon, *after;

	if ((canon->reach & use) == 0)
		return canon;
	while (!canon_spent(canons)) {
		if ((canon->reach & use) == 0 || canon->memo_use == use) {
			after = (canon->reach & use) == 0 ? canon : canon->memo;
			remember(before, use, after);
			return after;
		}
		canon = with_normal_operands(canons, canon, use);
		if (canon == NULL)
			return NULL;
		after = once(canons, canon, use);
		if (after == NULL)
			return NULL;
		if (after == canon)
			remember(canon, use, canon);
		canon = after;
	}
	return NULL;
}
