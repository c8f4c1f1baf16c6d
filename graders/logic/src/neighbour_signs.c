/* One sign, letter or operand for another: + for ·, "or" for "either … or", ⇒ the wrong way round, a letter too many. */
#include "hunt.h"

static const enum expr_op exchanged[] = {
	[EXPR_AND] = EXPR_OR,
	[EXPR_OR] = EXPR_AND,
	[EXPR_NAND] = EXPR_NOR,
	[EXPR_NOR] = EXPR_NAND,
	[EXPR_IFF] = EXPR_CONSTANT,
};

static enum expr_op exchange(enum expr_op op)
{
	return exchanged[op]; /* EXPR_CONSTANT for all others */
}

/* + and · alone. */
static enum expr_op dual(enum expr_op op)
{
	return op == EXPR_AND || op == EXPR_OR ? exchange(op) : EXPR_CONSTANT;
}

bool try_implication_reversed(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		const struct place *place = &hunt->places[at], *parts = &hunt->places[place->first];

		if (place->expr->op == EXPR_IMPLIES && hunt_fits(hunt, at, ~parts[1].value | parts[0].value) &&
			hunt_found(hunt, MISTAKE_IMPLICATION_REVERSED, at,
				expr_pair(
					hunt->arena, EXPR_IMPLIES, place->expr->operands[1], place->expr->operands[0])))
			return true;
	}
	return false;
}

/* Two operands joined by ⇒ (turned: the second implies the first), instead of what joins them. */
static bool implies(struct hunt *hunt, enum mistake mistake, uint32_t at, size_t gap, bool turned)
{
	const struct expr *expr = hunt->places[at].expr, *left, *right;
	uint64_t a = hunt_run(hunt, at, 0, gap, expr->op), b = hunt_run(hunt, at, gap, expr->count, expr->op);

	if (!hunt_fits(hunt, at, turned ? ~b | a : ~a | b))
		return false;
	left = hunt_run_expr(hunt, at, 0, gap, expr->op);
	right = hunt_run_expr(hunt, at, gap, expr->count, expr->op);
	return hunt_found(
		hunt, mistake, at, expr_pair(hunt->arena, EXPR_IMPLIES, turned ? right : left, turned ? left : right));
}

static bool pair_for_implies(struct hunt *hunt, enum mistake mistake, enum expr_op op)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		const struct expr *expr = hunt->places[at].expr;

		for (size_t gap = 1; expr->op == op && gap < expr->count && !hunt_spent(hunt); gap++) {
			if (implies(hunt, mistake, at, gap, false) || implies(hunt, mistake, at, gap, true))
				return true;
		}
	}
	return false;
}

static bool implies_for_pair(struct hunt *hunt, enum mistake mistake, enum expr_op op)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		if (hunt_op(hunt, at) == EXPR_IMPLIES && hunt_fits(hunt, at, hunt_run(hunt, at, 0, 2, op)) &&
			hunt_found(hunt, mistake, at, hunt_run_expr(hunt, at, 0, 2, op)))
			return true;
	}
	return false;
}

bool try_iff_for_implies(struct hunt *hunt)
{
	return pair_for_implies(hunt, MISTAKE_IFF_FOR_IMPLIES, EXPR_IFF) ||
	       implies_for_pair(hunt, MISTAKE_IFF_FOR_IMPLIES, EXPR_IFF);
}

bool try_and_for_implies(struct hunt *hunt)
{
	return (hunt->implications && pair_for_implies(hunt, MISTAKE_AND_FOR_IMPLIES, EXPR_AND)) ||
	       implies_for_pair(hunt, MISTAKE_AND_FOR_IMPLIES, EXPR_AND);
}

/* Another operator between operands i … j, in parentheses where they are not all. */
static bool run_for(struct hunt *hunt, enum mistake mistake, uint32_t at, size_t i, size_t j, enum expr_op op)
{
	return hunt_fits(hunt, at, hunt_with(hunt, at, i, j, hunt_run(hunt, at, i, j, op))) &&
	       hunt_found(hunt, mistake, at, hunt_with_expr(hunt, at, i, j, hunt_run_expr(hunt, at, i, j, op)));
}

static bool any_run_for(struct hunt *hunt, enum mistake mistake, uint32_t at, enum expr_op op)
{
	size_t count = hunt->places[at].expr->count;

	for (size_t length = count; length-- > 2;) {
		for (size_t i = 0; i + length <= count && !hunt_spent(hunt); i++) {
			if (run_for(hunt, mistake, at, i, i + length, op))
				return true;
		}
	}
	return false;
}

static bool whole_for(struct hunt *hunt, enum mistake mistake, uint32_t at, enum expr_op op)
{
	size_t count = hunt->places[at].expr->count;

	return hunt_fits(hunt, at, hunt_run(hunt, at, 0, count, op)) &&
	       hunt_found(hunt, mistake, at, hunt_run_expr(hunt, at, 0, count, op));
}

bool try_xor(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		enum expr_op op = hunt_op(hunt, at), other = op == EXPR_OR ? EXPR_XOR : EXPR_OR;

		if ((op == EXPR_OR || op == EXPR_XOR) && (whole_for(hunt, MISTAKE_OR_FOR_XOR, at, other) ||
								 any_run_for(hunt, MISTAKE_OR_FOR_XOR, at, other)))
			return true;
	}
	return false;
}

/* One of the signs alone, without parentheses: abc for ab + c. */
static bool one_sign(struct hunt *hunt, uint32_t at)
{
	const struct expr *expr = hunt->places[at].expr;

	for (size_t gap = 1; expr->op == EXPR_AND && gap < expr->count && !hunt_spent(hunt); gap++) {
		if (hunt_fits(hunt, at,
			    hunt_run(hunt, at, 0, gap, EXPR_AND) | hunt_run(hunt, at, gap, expr->count, EXPR_AND)) &&
			hunt_found(hunt, MISTAKE_OPERATORS_EXCHANGED, at,
				expr_pair(hunt->arena, EXPR_OR, hunt_run_expr(hunt, at, 0, gap, EXPR_AND),
					hunt_run_expr(hunt, at, gap, expr->count, EXPR_AND))))
			return true;
	}
	return false;
}

bool try_operators(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		enum expr_op op = hunt_op(hunt, at), other = exchange(op);

		if (other == EXPR_CONSTANT)
			continue;
		if (whole_for(hunt, MISTAKE_OPERATORS_EXCHANGED, at, other) || one_sign(hunt, at))
			return true;
		if ((op == EXPR_AND || op == EXPR_OR) && any_run_for(hunt, MISTAKE_OPERATORS_EXCHANGED, at, other))
			return true;
	}
	return false;
}

static const struct expr *all_exchanged(const struct expr *expr, struct arena *arena)
{
	enum expr_op other = dual(expr->op);
	const struct expr **list;

	if (expr->count == 0)
		return expr;
	list = arena_array(arena, expr->count, sizeof(*list));
	for (size_t i = 0; i < expr->count; i++)
		list[i] = all_exchanged(expr->operands[i], arena);
	return expr_new(arena, other != EXPR_CONSTANT ? other : expr->op, list, expr->count);
}

/* Each place's own value gives way to what it is in the exchanged tree, from the leaves up; then all is put back. */
bool try_all_operators(struct hunt *hunt)
{
	unsigned signs = 0;
	uint64_t value;

	for (uint32_t at = 0; at < hunt->count; at++)
		hunt->places[at].spare = hunt->places[at].value;
	for (uint32_t at = hunt->count; at-- > 0;) {
		struct place *place = &hunt->places[at];
		enum expr_op other = dual(place->expr->op);

		signs += other != EXPR_CONSTANT;
		if (place->expr->op == EXPR_NOT)
			place->value = ~hunt->places[place->first].value;
		else if (place->expr->count > 0)
			place->value = hunt_run(
				hunt, at, 0, place->expr->count, other != EXPR_CONSTANT ? other : place->expr->op);
	}
	value = hunt->places[0].value;
	for (uint32_t at = 0; at < hunt->count; at++)
		hunt->places[at].value = hunt->places[at].spare;
	return signs > 1 && hunt_fits(hunt, 0, value) &&
	       hunt_found(hunt, MISTAKE_ALL_OPERATORS_EXCHANGED, 0, all_exchanged(hunt->places[0].expr, hunt->arena));
}

static bool letter(struct hunt *hunt, enum mistake mistake, uint32_t at)
{
	const struct expr *expr = hunt->places[at].expr;

	for (unsigned v = 0; v < hunt->variables && !hunt_spent(hunt); v++) {
		if (expr->op == EXPR_VARIABLE && expr->value == v)
			continue;
		if (hunt_fits(hunt, at, hunt->pattern[v]) &&
			hunt_found(hunt, mistake, at, expr_variable(hunt->arena, v)))
			return true;
	}
	return false;
}

bool try_constants(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		const struct expr *expr = hunt->places[at].expr;

		if (expr->op != EXPR_CONSTANT)
			continue;
		if (hunt_fits(hunt, at, ~hunt->places[at].value) &&
			hunt_found(hunt, MISTAKE_CONSTANT, at, expr_constant(hunt->arena, !expr->value)))
			return true;
		if (letter(hunt, MISTAKE_CONSTANT, at))
			return true;
	}
	return false;
}

bool try_variables(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		if (hunt_op(hunt, at) == EXPR_VARIABLE && !hunt->places[at].hopeless &&
			letter(hunt, MISTAKE_VARIABLE, at))
			return true;
	}
	return false;
}

/* Without the operand `at` of its parent. */
static bool without(struct hunt *hunt, enum mistake mistake, uint32_t at)
{
	const struct place *place = &hunt->places[at];
	size_t k = at - hunt->places[place->parent].first;

	return hunt_fits(hunt, place->parent, place->others) &&
	       hunt_found_as(hunt, mistake, place->parent, hunt_with_expr(hunt, place->parent, k, k + 1, NULL),
		       place->expr, NULL);
}

bool try_extra_factor(struct hunt *hunt)
{
	for (uint32_t at = 1; at < hunt->count && !hunt_spent(hunt); at++) {
		if (hunt_parent_op(hunt, at) == EXPR_AND && without(hunt, MISTAKE_FACTOR_EXTRA, at))
			return true;
	}
	return false;
}

bool try_extra_term(struct hunt *hunt)
{
	for (uint32_t at = 1; at < hunt->count && !hunt_spent(hunt); at++) {
		enum expr_op op = hunt_parent_op(hunt, at);

		if ((op == EXPR_OR || op == EXPR_XOR) && without(hunt, MISTAKE_TERM_EXTRA, at))
			return true;
	}
	return false;
}
