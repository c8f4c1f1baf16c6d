/* What an expression would be worth with one of the mistakes that students make, at each of its places. */
#include <string.h>
#include "sets/expression.h"

struct hunt {
	struct set_neighbour *out;
	size_t count;
	const struct set_expr *whole;
	const struct set_world *world;
	struct arena *arena;
};

/* The whole with `part` replaced. */
static const struct set_expr *replaced(
	const struct hunt *hunt, const struct set_expr *expr, const struct set_expr *part, const struct set_expr *by)
{
	const struct set_expr **list;
	bool changed = false;

	if (expr == part)
		return by;
	list = arena_array(hunt->arena, expr->count + 1, sizeof(*list));
	for (size_t i = 0; i < expr->count; i++) {
		list[i] = replaced(hunt, expr->operands[i], part, by);
		changed |= list[i] != expr->operands[i];
	}
	return changed ? set_expr_of(expr->op, list, expr->count, hunt->arena) : expr;
}

static void found(struct hunt *hunt, struct set_neighbour row)
{
	if (hunt->count < SET_NEIGHBOURS_MAX)
		hunt->out[hunt->count++] = row;
}

static void try_instead(struct hunt *hunt, enum set_mistake mistake, const struct set_expr *part,
	const struct set_expr *by, const char *name)
{
	struct set_neighbour row = { .mistake = mistake, .part = part, .name = name };
	struct slip slip;

	if (hunt->count == SET_NEIGHBOURS_MAX)
		return;
	const struct set_expr *other = replaced(hunt, hunt->whole, part, by);
	if (set_expr_value(&row.value, other, hunt->world, hunt->arena, &slip) == 0)
		found(hunt, row);
}

static void try_operation(struct hunt *hunt, enum set_mistake mistake, const struct set_expr *part, enum set_op op)
{
	try_instead(hunt, mistake, part, set_expr_of(op, part->operands, part->count, hunt->arena), NULL);
}

static const struct set_expr *reversed(const struct hunt *hunt, enum set_op op, const struct set_expr *part)
{
	const struct set_expr *list[TUPLE_MAX];

	if (part->count > TUPLE_MAX)
		return part;
	for (size_t i = 0; i < part->count; i++)
		list[i] = part->operands[part->count - 1 - i];
	return set_expr_of(op, list, part->count, hunt->arena);
}

static void try_complement(struct hunt *hunt, const struct set_expr *part)
{
	const struct set_expr *inside = part->operands[0], *pair[2], *all = NULL;
	const struct set_world *world = hunt->world;

	if (inside->op == SET_UNION || inside->op == SET_INTERSECTION) {
		const struct set_expr **list = arena_array(hunt->arena, inside->count + 1, sizeof(*list));

		for (size_t i = 0; i < inside->count; i++)
			list[i] = set_expr_of(SET_COMPLEMENT, &inside->operands[i], 1, hunt->arena);
		try_instead(
			hunt, MISTAKE_DE_MORGAN, part, set_expr_of(inside->op, list, inside->count, hunt->arena), NULL);
	}
	try_instead(hunt, MISTAKE_NO_COMPLEMENT, part, inside, NULL);
	pair[1] = inside;
	for (size_t i = 0; i < world->count; i++) {
		const struct set_expr *name = set_expr_name(world->bindings[i].name, hunt->arena);

		if (world->universe && !strcmp(world->universe, name->name))
			continue;
		pair[0] = name;
		try_instead(hunt, MISTAKE_UNIVERSE, part, set_expr_of(SET_MINUS, pair, 2, hunt->arena), name->name);
		const struct set_expr *both[2] = { all, name };
		all = all ? set_expr_of(SET_UNION, both, 2, hunt->arena) : name;
	}
	if (all && all->op == SET_UNION) {
		pair[0] = all;
		try_instead(hunt, MISTAKE_UNIVERSE, part, set_expr_of(SET_MINUS, pair, 2, hunt->arena), NULL);
	}
}

static void try_part(struct hunt *hunt, const struct set_expr *part)
{
	switch (part->op) {
	case SET_UNION:
		try_operation(hunt, MISTAKE_INTERSECTION, part, SET_INTERSECTION);
		break;
	case SET_INTERSECTION:
		try_operation(hunt, MISTAKE_UNION, part, SET_UNION);
		break;
	case SET_MINUS:
		try_instead(hunt, MISTAKE_REVERSED, part, reversed(hunt, SET_MINUS, part), NULL);
		try_operation(hunt, MISTAKE_KEPT, part, SET_INTERSECTION);
		try_operation(hunt, MISTAKE_NOT_REMOVED, part, SET_UNION);
		break;
	case SET_SYMMETRIC:
		try_operation(hunt, MISTAKE_BOTH_KEPT, part, SET_UNION);
		try_operation(hunt, MISTAKE_ONE_SIDE, part, SET_MINUS);
		try_instead(hunt, MISTAKE_ONE_SIDE, part, reversed(hunt, SET_MINUS, part), NULL);
		break;
	case SET_COMPLEMENT:
		try_complement(hunt, part);
		break;
	case SET_PRODUCT:
		try_instead(hunt, MISTAKE_PRODUCT_ORDER, part, reversed(hunt, SET_PRODUCT, part), NULL);
		try_operation(hunt, MISTAKE_PRODUCT_UNION, part, SET_UNION);
		break;
	case SET_POWER:
		try_instead(hunt, MISTAKE_NO_POWER, part, part->operands[0], NULL);
		break;
	default:
		break;
	}
	for (size_t i = 0; i < part->count; i++)
		try_part(hunt, part->operands[i]);
}

/* The cardinal of one operand; NULL. */
static const struct number *counted(struct hunt *hunt, const struct set_expr *expr)
{
	const struct set_expr *of = set_expr_of(SET_CARDINAL, &expr, 1, hunt->arena);
	struct set_value value;
	struct slip slip;

	return set_expr_value(&value, of, hunt->world, hunt->arena, &slip) == 0 ? value.number : NULL;
}

static void try_number(
	struct hunt *hunt, enum set_mistake mistake, const struct set_expr *part, const struct number *number)
{
	struct set_neighbour row = { .mistake = mistake, .part = part };

	row.value = (struct set_value){ .kind = SETS_NUMBER, .number = number };
	if (number)
		found(hunt, row);
}

static void try_cardinal(struct hunt *hunt, const struct set_expr *inside)
{
	const struct number *sum = number_of(0, hunt->arena), *n;

	if (inside->op == SET_POWER) {
		n = counted(hunt, inside->operands[0]);
		try_number(hunt, MISTAKE_DOUBLE, inside, number_mul(number_of(2, hunt->arena), n, hunt->arena));
		try_number(hunt, MISTAKE_SQUARE, inside, number_mul(n, n, hunt->arena));
	}
	if (inside->op == SET_UNION || inside->op == SET_PRODUCT) {
		for (size_t i = 0; i < inside->count; i++)
			sum = number_add(sum, counted(hunt, inside->operands[i]), hunt->arena);
		try_number(hunt, inside->op == SET_UNION ? MISTAKE_COUNTED_TWICE : MISTAKE_SUM, inside, sum);
	}
}

size_t set_neighbours(struct set_neighbour out[SET_NEIGHBOURS_MAX], const struct set_expr *expr,
	const struct set_world *world, struct arena *arena)
{
	struct hunt hunt = { .out = out, .whole = expr, .world = world, .arena = arena };

	if (expr->op == SET_CARDINAL)
		try_cardinal(&hunt, expr->operands[0]);
	try_part(&hunt, expr);
	return hunt.count;
}
