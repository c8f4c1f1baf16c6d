#include "sets/expression.h"
#include <string.h>
#include "sets/messages.h"

const struct set_expr *set_expr_of(
	enum set_op op, const struct set_expr *const *operands, size_t count, struct arena *arena)
{
	const struct set_expr **list = arena_array(arena, count + 1, sizeof(*list));
	struct set_expr *out = arena_alloc(arena, sizeof(*out));

	for (size_t i = 0; i < count; i++)
		list[i] = operands[i];
	*out = (struct set_expr){ .op = op, .operands = list, .count = count };
	return out;
}

const struct set_expr *set_expr_name(const char *name, struct arena *arena)
{
	struct set_expr *out = arena_alloc(arena, sizeof(*out));

	*out = (struct set_expr){ .op = SET_NAME, .name = name };
	return out;
}

const struct set_expr *set_expr_literal(struct set_value value, struct arena *arena)
{
	struct set_expr *out = arena_alloc(arena, sizeof(*out));

	*out = (struct set_expr){ .op = SET_LITERAL, .literal = value };
	return out;
}

struct set_value set_value_finite(const struct element *set)
{
	return (struct set_value){ .kind = SETS_FINITE, .set = set };
}

struct set_value set_value_reals(const struct reals *reals, struct arena *arena)
{
	const struct element *points = reals_as_points(reals, arena);

	if (points)
		return set_value_finite(points);
	return (struct set_value){ .kind = SETS_REALS, .reals = reals };
}

bool set_value_same(const struct set_value *a, const struct set_value *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == SETS_FINITE)
		return element_same(a->set, b->set);
	return a->kind == SETS_REALS ? reals_same(a->reals, b->reals) : number_same(a->number, b->number);
}

const struct set_value *set_world_find(const struct set_world *world, const char *name)
{
	for (size_t i = 0; name && i < world->count; i++)
		if (!strcmp(world->bindings[i].name, name))
			return &world->bindings[i].value;
	return NULL;
}

struct evaluation {
	const struct set_world *world;
	struct arena *arena;
	struct slip *slip;
};

static int refuse(const struct evaluation *run, const char *code, const char *name)
{
	*run->slip = (struct slip){ .message = msg_make(run->arena, &sets_messages, code,
					    (struct msg_param[]){ { "name", name }, { 0 } }) };
	return -1;
}

static int finite_result(struct set_value *out, const struct evaluation *run, const struct element *set)
{
	if (!set)
		return refuse(run, "set-too-large", "");
	*out = set_value_finite(set);
	return 0;
}

/* A finite set beside one of real numbers: one of both is all real, or nothing goes together. */
static int operate_reals(struct set_value *out, const struct evaluation *run, enum set_op op, const struct set_value *a,
	const struct set_value *b)
{
	static const struct reals *(*const operations[])(
		const struct reals *, const struct reals *, struct arena *) = { [SET_UNION] = reals_union,
		[SET_INTERSECTION] = reals_intersection,
		[SET_MINUS] = reals_minus,
		[SET_SYMMETRIC] = reals_symmetric };
	const struct reals *left = a->kind == SETS_REALS ? a->reals : reals_points(a->set, run->arena);
	const struct reals *right = b->kind == SETS_REALS ? b->reals : reals_points(b->set, run->arena);
	const struct reals *result;

	if (!left || !right)
		return refuse(run, "kinds-mixed", "");
	result = operations[op](left, right, run->arena);
	if (!result)
		return refuse(run, "set-too-large", "");
	*out = set_value_reals(result, run->arena);
	return 0;
}

static int operate(struct set_value *out, const struct evaluation *run, enum set_op op, const struct set_value *a,
	const struct set_value *b)
{
	static const struct element *(*const operations[])(
		const struct element *, const struct element *, struct arena *) = { [SET_UNION] = set_union,
		[SET_INTERSECTION] = set_intersection,
		[SET_MINUS] = set_minus,
		[SET_SYMMETRIC] = set_symmetric };

	if (a->kind == SETS_REALS || b->kind == SETS_REALS)
		return operate_reals(out, run, op, a, b);
	return finite_result(out, run, operations[op](a->set, b->set, run->arena));
}

static int evaluate(struct set_value *out, const struct set_expr *expr, const struct evaluation *run);

/* A value that is a set. */
static int evaluate_set(struct set_value *out, const struct set_expr *expr, const struct evaluation *run)
{
	if (evaluate(out, expr, run))
		return -1;
	return out->kind == SETS_NUMBER ? refuse(run, "set-expected", "") : 0;
}

static int evaluate_product(struct set_value *out, const struct set_expr *expr, const struct evaluation *run)
{
	const struct element *sets[TUPLE_MAX];
	struct set_value value;

	if (expr->count > TUPLE_MAX)
		return refuse(run, "set-too-large", "");
	for (size_t i = 0; i < expr->count; i++) {
		if (evaluate_set(&value, expr->operands[i], run))
			return -1;
		if (value.kind != SETS_FINITE)
			return refuse(run, "finite-expected", "");
		sets[i] = value.set;
	}
	return finite_result(out, run, set_product(sets, expr->count, run->arena));
}

/* Of P(E) and E × F without listing them: 2ⁿ, and the product. */
static int evaluate_cardinal(const struct number **out, const struct set_expr *expr, const struct evaluation *run)
{
	const struct number *part;
	struct set_value value;

	if (expr->op == SET_POWER) {
		int64_t exponent;

		if (evaluate_cardinal(&part, expr->operands[0], run))
			return -1;
		*out = number_to_int(part, &exponent) && exponent <= NUMBER_BITS_MAX
			       ? number_power(number_of(2, run->arena), (long)exponent, run->arena)
			       : NULL;
		return *out ? 0 : refuse(run, "set-too-large", "");
	}
	if (expr->op == SET_PRODUCT) {
		*out = number_of(1, run->arena);
		for (size_t i = 0; i < expr->count; i++) {
			if (evaluate_cardinal(&part, expr->operands[i], run))
				return -1;
			*out = number_mul(*out, part, run->arena);
		}
		return *out ? 0 : refuse(run, "set-too-large", "");
	}
	if (evaluate_set(&value, expr, run))
		return -1;
	if (value.kind != SETS_FINITE)
		return refuse(run, "finite-expected", "");
	*out = number_of((int64_t)value.set->count, run->arena);
	return 0;
}

static int evaluate_complement(struct set_value *out, const struct set_expr *expr, const struct evaluation *run)
{
	const struct set_value *universe = set_world_find(run->world, run->world->universe);
	struct set_value value;

	if (!universe)
		return refuse(run, "no-universe", "");
	if (evaluate_set(&value, expr->operands[0], run))
		return -1;
	return operate(out, run, SET_MINUS, universe, &value);
}

static int evaluate_chain(struct set_value *out, const struct set_expr *expr, const struct evaluation *run)
{
	struct set_value value;

	if (evaluate_set(out, expr->operands[0], run))
		return -1;
	for (size_t i = 1; i < expr->count; i++) {
		struct set_value left = *out;

		if (evaluate_set(&value, expr->operands[i], run) || operate(out, run, expr->op, &left, &value))
			return -1;
	}
	return 0;
}

static int evaluate(struct set_value *out, const struct set_expr *expr, const struct evaluation *run)
{
	const struct set_value *bound;
	struct set_value value;

	switch (expr->op) {
	case SET_NAME:
		bound = set_world_find(run->world, expr->name);
		if (!bound)
			return refuse(run, "unknown-set", expr->name);
		*out = *bound;
		return 0;
	case SET_LITERAL:
		*out = expr->literal;
		return 0;
	case SET_COMPLEMENT:
		return evaluate_complement(out, expr, run);
	case SET_PRODUCT:
		return evaluate_product(out, expr, run);
	case SET_POWER:
		if (evaluate_set(&value, expr->operands[0], run))
			return -1;
		if (value.kind != SETS_FINITE)
			return refuse(run, "finite-expected", "");
		return finite_result(out, run, set_power(value.set, run->arena));
	case SET_CARDINAL:
		*out = (struct set_value){ .kind = SETS_NUMBER };
		return evaluate_cardinal(&out->number, expr->operands[0], run);
	default:
		return evaluate_chain(out, expr, run);
	}
}

int set_expr_value(struct set_value *out, const struct set_expr *expr, const struct set_world *world,
	struct arena *arena, struct slip *slip)
{
	struct evaluation run = { world, arena, slip };

	return evaluate(out, expr, &run);
}
