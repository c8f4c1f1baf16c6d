/* Mistakes with bars: missing, too many, too long, too short, distributed without exchanging + and ·. */
#include "hunt.h"

enum {
	BAR_REACH = 4, /* how many levels a bar can be too short by */
	BAR_PARTS = 60, /* how many parts below a bar are tried as what it should cover */
};

static bool sum_or_product(enum expr_op op)
{
	return op == EXPR_AND || op == EXPR_OR;
}

static enum expr_op dual(enum expr_op op)
{
	return op == EXPR_AND ? EXPR_OR : EXPR_AND;
}

bool try_negation(struct hunt *hunt)
{
	const struct place *root = &hunt->places[0];

	return hunt_fits(hunt, 0, ~root->value) &&
	       hunt_found(hunt, MISTAKE_NEGATED, 0, hunt_negation(hunt, root->expr));
}

/* ¬x op ¬y … of the operands i … j. */
static const struct expr *negated_run(const struct hunt *hunt, uint32_t at, size_t i, size_t j, enum expr_op op)
{
	const struct expr **list = arena_array(hunt->arena, j - i, sizeof(*list));

	for (size_t k = i; k < j; k++)
		list[k - i] = hunt_negation(hunt, hunt->places[at].expr->operands[k]);
	return expr_new(hunt->arena, op, list, j - i);
}

/* āb̄ among the operands: the bar over a product was brought to its letters as if it were a sum. */
static bool distributed(struct hunt *hunt, uint32_t at)
{
	const struct expr *expr = hunt->places[at].expr;
	enum expr_op other = dual(expr->op);

	for (size_t i = 0; i < expr->count && !hunt_spent(hunt); i++) {
		size_t end = i;

		while (end < expr->count && expr->operands[end]->op == EXPR_NOT)
			end++;
		for (size_t j = end; j > i + 1 && !hunt_spent(hunt); j--) {
			if (hunt_fits(hunt, at, hunt_with(hunt, at, i, j, hunt_run(hunt, at, i, j, other))) &&
				hunt_found(hunt, MISTAKE_DE_MORGAN, at,
					hunt_with_expr(hunt, at, i, j, hunt_run_expr(hunt, at, i, j, other))))
				return true;
		}
	}
	return false;
}

bool try_de_morgan(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		const struct place *place = &hunt->places[at];
		const struct expr *under;

		if (sum_or_product(place->expr->op) && distributed(hunt, at))
			return true;
		if (place->expr->op != EXPR_NOT)
			continue;
		under = place->expr->operands[0];
		if (!sum_or_product(under->op))
			continue;
		if (hunt_fits(hunt, at, ~hunt_run(hunt, place->first, 0, under->count, dual(under->op))) &&
			hunt_found(hunt, MISTAKE_DE_MORGAN, at,
				negated_run(hunt, place->first, 0, under->count, under->op)))
			return true;
	}
	return false;
}

/* A bar more or less over this place; one less is told of the bar. */
static bool toggle(struct hunt *hunt, uint32_t at)
{
	const struct place *place = &hunt->places[at];

	if (hunt_parent_op(hunt, at) == EXPR_NOT || !hunt_fits(hunt, at, ~place->value))
		return false;
	return hunt_found(hunt, place->expr->op == EXPR_NOT ? MISTAKE_BAR_EXTRA : MISTAKE_BAR_MISSING, at,
		hunt_negation(hunt, place->expr));
}

static bool is_literal(const struct expr *expr)
{
	while (expr->op == EXPR_NOT)
		expr = expr->operands[0];
	return expr->op == EXPR_VARIABLE;
}

bool try_letter_bars(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		if (is_literal(hunt->places[at].expr) && toggle(hunt, at))
			return true;
	}
	return false;
}

/* A bar over several operands, but not all: abc for ¬(ab)·c. */
static bool bar_over_run(struct hunt *hunt, uint32_t at)
{
	const struct expr *expr = hunt->places[at].expr;

	for (size_t i = 0; i < expr->count; i++) {
		for (size_t j = i + 2; j <= expr->count && j - i < expr->count && !hunt_spent(hunt); j++) {
			if (hunt_fits(hunt, at, hunt_with(hunt, at, i, j, ~hunt_run(hunt, at, i, j, expr->op))) &&
				hunt_found(hunt, MISTAKE_BAR_MISSING, at,
					hunt_with_expr(hunt, at, i, j,
						expr_not(hunt->arena, hunt_run_expr(hunt, at, i, j, expr->op)))))
				return true;
		}
	}
	return false;
}

bool try_long_bars(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		const struct expr *expr = hunt->places[at].expr;

		if (expr->count > 0 && !is_literal(expr) && toggle(hunt, at))
			return true;
	}
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		if (sum_or_product(hunt_op(hunt, at)) && bar_over_run(hunt, at))
			return true;
	}
	return false;
}

/* The value of `top` when the place `part` below it is worth `value`. */
static uint64_t carried(const struct hunt *hunt, uint32_t part, uint64_t value, uint32_t top)
{
	for (uint32_t i = part; i != top; i = hunt->places[i].parent) {
		uint32_t parent = hunt->places[i].parent;
		size_t k = i - hunt->places[parent].first;

		if (hunt_op(hunt, parent) == EXPR_NOT)
			value = ~value;
		else
			value = hunt_with(hunt, parent, k, k + 1, value);
	}
	return value;
}

static const struct expr *carried_expr(const struct hunt *hunt, uint32_t part, const struct expr *expr, uint32_t top)
{
	for (uint32_t i = part; i != top; i = hunt->places[i].parent) {
		uint32_t parent = hunt->places[i].parent;
		size_t k = i - hunt->places[parent].first;

		expr = hunt_with_expr(hunt, parent, k, k + 1, expr);
	}
	return expr;
}

static bool below(const struct hunt *hunt, uint32_t part, uint32_t top)
{
	while (part > top)
		part = hunt->places[part].parent;
	return part == top;
}

/* ¬(a + bc) for a + ¬(bc), for ā + bc … */
static bool shorter_bar(struct hunt *hunt, uint32_t bar)
{
	uint32_t under = hunt->places[bar].first, parts = 0;
	const struct expr *expr = hunt->places[under].expr;

	for (uint32_t part = under + 1; part < hunt->count && parts < BAR_PARTS; part++) {
		if (hunt_op(hunt, part) == EXPR_NOT || hunt_parent_op(hunt, part) == EXPR_NOT ||
			!below(hunt, part, under))
			continue;
		parts++;
		if (hunt_fits(hunt, bar, carried(hunt, part, ~hunt->places[part].value, under)) &&
			hunt_found(hunt, MISTAKE_BAR_TOO_LONG, bar,
				carried_expr(hunt, part, expr_not(hunt->arena, hunt->places[part].expr), under)))
			return true;
	}
	for (size_t i = 0; sum_or_product(expr->op) && i < expr->count; i++) {
		for (size_t j = i + 2; j <= expr->count && j - i < expr->count && !hunt_spent(hunt); j++) {
			uint64_t run = ~hunt_run(hunt, under, i, j, expr->op);

			if (hunt_fits(hunt, bar, hunt_with(hunt, under, i, j, run)) &&
				hunt_found(hunt, MISTAKE_BAR_TOO_LONG, bar,
					hunt_with_expr(hunt, under, i, j,
						expr_not(hunt->arena, hunt_run_expr(hunt, under, i, j, expr->op)))))
				return true;
		}
	}
	return false;
}

bool try_bar_too_long(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		const struct expr *expr = hunt->places[at].expr;

		if (expr->op == EXPR_NOT && !is_literal(expr) && !hunt->places[at].hopeless && shorter_bar(hunt, at))
			return true;
	}
	return false;
}

/* Operands i … j of `whole`, of which `bar` is one, under the bar together. */
static const struct expr *widened(const struct hunt *hunt, uint32_t whole, size_t i, size_t j, uint32_t bar)
{
	const struct expr *expr = hunt->places[whole].expr;
	const struct expr **list = arena_array(hunt->arena, j - i, sizeof(*list));

	for (size_t k = i; k < j; k++)
		list[k - i] = expr->operands[k];
	list[bar - hunt->places[whole].first - i] = hunt->places[bar].expr->operands[0];
	return hunt_with_expr(hunt, whole, i, j, expr_not(hunt->arena, expr_new(hunt->arena, expr->op, list, j - i)));
}

/* ā·b·c for ¬(ab)·c or ¬(abc). */
static bool over_neighbours(struct hunt *hunt, uint32_t bar)
{
	uint32_t whole = hunt->places[bar].parent;
	struct place *place = &hunt->places[bar];
	size_t count = hunt->places[whole].expr->count, at = bar - hunt->places[whole].first;

	for (size_t i = at + 1; i-- > 0;) {
		for (size_t j = at + 1; j <= count && !hunt_spent(hunt); j++) {
			uint64_t run;

			if (j - i < 2)
				continue;
			place->value = ~place->value;
			run = ~hunt_run(hunt, whole, i, j, hunt_op(hunt, whole));
			place->value = ~place->value;
			if (hunt_fits(hunt, whole, hunt_with(hunt, whole, i, j, run)) &&
				hunt_found(hunt, MISTAKE_BAR_TOO_SHORT, whole, widened(hunt, whole, i, j, bar)))
				return true;
		}
	}
	return false;
}

/* āb + c for ¬(ab + c): the bar goes up. */
static bool higher_bar(struct hunt *hunt, uint32_t bar)
{
	uint32_t top = hunt->places[bar].parent;

	for (int level = 0; level < BAR_REACH && top != NO_PLACE; level++, top = hunt->places[top].parent) {
		if (hunt_op(hunt, top) == EXPR_NOT)
			continue;
		if (hunt_fits(hunt, top, ~carried(hunt, bar, ~hunt->places[bar].value, top)) &&
			hunt_found(hunt, MISTAKE_BAR_TOO_SHORT, top,
				expr_not(hunt->arena,
					carried_expr(hunt, bar, hunt->places[bar].expr->operands[0], top))))
			return true;
	}
	return false;
}

bool try_bar_too_short(struct hunt *hunt)
{
	for (uint32_t at = 1; at < hunt->count && !hunt_spent(hunt); at++) {
		if (hunt_op(hunt, at) != EXPR_NOT)
			continue;
		if (sum_or_product(hunt_parent_op(hunt, at)) && over_neighbours(hunt, at))
			return true;
		if (higher_bar(hunt, at))
			return true;
	}
	return false;
}
