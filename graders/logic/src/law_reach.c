/*
 * Where a law can do anything at all: told by operators and operands alone, when a formula is made. A law whose bit is not
 * set leaves the formula as it is; one whose bit is set may.
 */
#include "law_use.h"

static uint32_t of_negation(const struct canon *under)
{
	if (under->op == EXPR_NOT)
		return LAW_BIT(LAW_DOUBLE_NEGATION);
	if (under->op == EXPR_CONSTANT)
		return LAW_BIT(LAW_CONSTANT);
	return canon_sum_or_product(under) ? LAW_BIT(LAW_DE_MORGAN) : 0;
}

/* Is x, or all that x is made of, beside the bar over x? */
static bool may_oppose(const struct canon *canon, const struct canon *barred)
{
	const struct canon *under = barred->operands[0];

	for (size_t i = 0; under->op != canon->op && i < canon->count; i++) {
		if (canon->operands[i] == under)
			return true;
	}
	return under->op == canon->op;
}

static uint32_t of_terms(const struct canon *canon)
{
	enum expr_op inner = canon_dual(canon->op);
	uint32_t reach = 0;

	for (size_t i = 0; i < canon->count; i++) {
		const struct canon *operand = canon->operands[i];

		if (operand->op == EXPR_CONSTANT)
			reach |= LAW_BIT(LAW_ABSORBING) | LAW_BIT(LAW_NEUTRAL);
		else if (operand->op == inner)
			reach |= LAW_BIT(LAW_ABSORPTION) | LAW_BIT(LAW_REDUNDANCY) | LAW_BIT(LAW_ADJACENCY) |
				 LAW_BIT(LAW_CONSENSUS) |
				 (inner == EXPR_OR ? LAW_BIT(LAW_DISTRIBUTIVITY) : DUAL_DISTRIBUTIVITY);
		else if (operand->op == EXPR_NOT && may_oppose(canon, operand))
			reach |= LAW_BIT(LAW_COMPLEMENT);
		if (i > 0 && operand == canon->operands[i - 1])
			reach |= LAW_BIT(LAW_IDEMPOTENCE);
	}
	return reach;
}

uint32_t law_reach(const struct canon *canon)
{
	switch (canon->op) {
	case EXPR_NOT:
		return of_negation(canon->operands[0]);
	case EXPR_NAND:
	case EXPR_NOR:
		return LAW_BIT(LAW_NAND_NOR) | LAW_BIT(LAW_ABSORBING) | LAW_BIT(LAW_COMPLEMENT) |
		       LAW_BIT(LAW_IDEMPOTENCE);
	case EXPR_IMPLIES:
		return LAW_BIT(LAW_IMPLICATION) | LAW_BIT(LAW_CONTRAPOSITION) | LAW_BIT(LAW_NEUTRAL) |
		       LAW_BIT(LAW_ABSORBING) | LAW_BIT(LAW_COMPLEMENT) | LAW_BIT(LAW_IDEMPOTENCE);
	case EXPR_XOR:
		return LAW_BIT(LAW_XOR) | LAW_BIT(LAW_NEUTRAL) | LAW_BIT(LAW_COMPLEMENT);
	case EXPR_IFF:
		return LAW_BIT(LAW_XOR) | LAW_BIT(LAW_EQUIVALENCE) | LAW_BIT(LAW_NEUTRAL) | LAW_BIT(LAW_COMPLEMENT);
	case EXPR_AND:
	case EXPR_OR:
		return of_terms(canon);
	default:
		return 0;
	}
}
