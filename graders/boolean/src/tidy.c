#include "tidy.h"

struct tidying {
	bool complements;
	struct arena *arena;
};

static bool is_constant(const struct expr *expr, unsigned value)
{
	return expr->op == EXPR_CONSTANT && expr->value == value;
}

static const struct expr *tidy_not(const struct tidying *tidying, const struct expr *operand)
{
	if (operand->op == EXPR_CONSTANT)
		return expr_constant(tidying->arena, !operand->value);
	if (operand->op == EXPR_NOT)
		return operand->operands[0];
	return expr_not(tidying->arena, operand);
}

static bool opposite(const struct tidying *tidying, const struct expr *a, const struct expr *b)
{
	return (a->op == EXPR_NOT && expr_alike(a->operands[0], b, tidying->arena)) ||
	       (b->op == EXPR_NOT && expr_alike(b->operands[0], a, tidying->arena));
}

/* Products and sums; `neutral` is 1 for products. */
static const struct expr *tidy_list(const struct tidying *tidying, const struct expr *expr, unsigned neutral)
{
	const struct expr **kept = arena_array(tidying->arena, expr->count, sizeof(const struct expr *));
	size_t count = 0;

	for (size_t i = 0; i < expr->count; i++) {
		const struct expr *operand = expr->operands[i];
		bool twice = is_constant(operand, neutral);

		if (is_constant(operand, !neutral))
			return operand;
		for (size_t j = 0; j < count && !twice; j++) {
			twice = expr_alike(kept[j], operand, tidying->arena);
			if (tidying->complements && opposite(tidying, kept[j], operand))
				return expr_constant(tidying->arena, !neutral);
		}
		if (!twice)
			kept[count++] = operand;
	}
	if (count == 0)
		return expr_constant(tidying->arena, neutral);
	return expr_new(tidying->arena, expr->op, kept, count);
}

static const struct expr *tidy(const struct tidying *tidying, const struct expr *expr)
{
	const struct expr **operands;

	if (expr->count == 0)
		return expr;
	operands = arena_array(tidying->arena, expr->count, sizeof(const struct expr *));
	for (size_t i = 0; i < expr->count; i++)
		operands[i] = tidy(tidying, expr->operands[i]);
	if (expr->op == EXPR_NOT)
		return tidy_not(tidying, operands[0]);
	expr = expr_flat(expr_new(tidying->arena, expr->op, operands, expr->count), tidying->arena);
	if (expr->op == EXPR_AND || expr->op == EXPR_OR)
		return tidy_list(tidying, expr, expr->op == EXPR_AND);
	return expr;
}

const struct expr *expr_tidy(const struct expr *expr, bool complements, struct arena *arena)
{
	const struct tidying tidying = { complements, arena };

	return tidy(&tidying, expr);
}
