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

/* Without its constants: x ⊕ 0, x ⊕ 1. */
static const struct expr *tidy_xor(const struct tidying *tidying, const struct expr *expr)
{
	const struct expr **kept = arena_array(tidying->arena, expr->count, sizeof(const struct expr *));
	size_t count = 0;
	bool negated = false;

	for (size_t i = 0; i < expr->count; i++) {
		if (expr->operands[i]->op == EXPR_CONSTANT)
			negated ^= expr->operands[i]->value == 1;
		else
			kept[count++] = expr->operands[i];
	}
	if (count == expr->count)
		return expr;
	expr = count == 0   ? expr_constant(tidying->arena, 0)
	       : count == 1 ? kept[0]
			    : expr_new(tidying->arena, EXPR_XOR, kept, count);
	return negated ? tidy_not(tidying, expr) : expr;
}

/* One of two is the constant that makes the other one, or its negation, of it: x ⇔ 1, 1 ⇒ x, x ⇒ 0, x ↑ 1, x ↓ 0. */
static const struct expr *tidy_pair(const struct tidying *tidying, const struct expr *expr)
{
	const struct expr *left = expr->operands[0], *right = expr->operands[1];
	bool on_left = left->op == EXPR_CONSTANT;
	const struct expr *constant = on_left ? left : right, *other = on_left ? right : left;

	if (constant->op != EXPR_CONSTANT)
		return expr;
	if (expr->op == EXPR_IFF)
		return constant->value ? other : tidy_not(tidying, other);
	if (expr->op == EXPR_NAND || expr->op == EXPR_NOR)
		return constant->value == (expr->op == EXPR_NAND) ? tidy_not(tidying, other) : expr;
	if (on_left)
		return constant->value ? other : expr;
	return constant->value ? expr : tidy_not(tidying, other);
}

/* Operands that are tidy, and so flat, joined where they have the operator of the whole. */
static const struct expr *joined(
	const struct tidying *tidying, enum expr_op op, const struct expr **operands, size_t count)
{
	bool joins = op == EXPR_AND || op == EXPR_OR || op == EXPR_XOR || op == EXPR_IFF;
	size_t total = 0, at = 0;

	for (size_t i = 0; i < count; i++)
		total += joins && operands[i]->op == op ? operands[i]->count : 1;
	if (total == count)
		return expr_new(tidying->arena, op, operands, count);
	const struct expr **all = arena_array(tidying->arena, total, sizeof(const struct expr *));
	for (size_t i = 0; i < count; i++) {
		if (operands[i]->op != op) {
			all[at++] = operands[i];
			continue;
		}
		for (size_t k = 0; k < operands[i]->count; k++)
			all[at++] = operands[i]->operands[k];
	}
	return expr_new(tidying->arena, op, all, total);
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
	expr = joined(tidying, expr->op, operands, expr->count);
	if (expr->op == EXPR_AND || expr->op == EXPR_OR)
		return tidy_list(tidying, expr, expr->op == EXPR_AND);
	if (expr->op == EXPR_XOR)
		return tidy_xor(tidying, expr);
	return expr->count == 2 ? tidy_pair(tidying, expr) : expr;
}

const struct expr *expr_tidy(const struct expr *expr, bool complements, struct arena *arena)
{
	const struct tidying tidying = { complements, arena };

	return tidy(&tidying, expr);
}

const struct expr *expr_tidy_not(const struct expr *tidied, struct arena *arena)
{
	const struct tidying tidying = { false, arena };

	return tidy_not(&tidying, tidied);
}
