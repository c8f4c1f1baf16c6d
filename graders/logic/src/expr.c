/*
 * Boolean algebra and propositions: formulas, their truth tables, their minimal forms, and what is wrong with one.
 *
 * expr.c holds trees, read.c and its neighbours make them from text, print*.c write them. table.c is what every
 * judgement rests on: two formulas are equal when their bitsets are. cover*.c finds minimal forms and judges covers,
 * form.c sees trees as covers, neighbour.c and law.c search for the mistake made or the law used, karnaugh.c knows
 * maps, draw.c draws functions for variants.
 *
 * Pure functions: no process, no file, no clock, no state between calls; all memory is the caller's arena. Texts may
 * come from anybody and are bounded before anything grows with them; searches count their steps.
 */
#include "logic/expr.h"
#include <stdlib.h>
#include <string.h>

static struct expr *node(struct arena *arena, enum expr_op op, unsigned value)
{
	struct expr *expr = arena_alloc(arena, sizeof(*expr));

	expr->op = op;
	expr->value = value;
	return expr;
}

const struct expr *expr_constant(struct arena *arena, bool value)
{
	return node(arena, EXPR_CONSTANT, value);
}

const struct expr *expr_variable(struct arena *arena, unsigned index)
{
	return node(arena, EXPR_VARIABLE, index);
}

const struct expr *expr_new(struct arena *arena, enum expr_op op, const struct expr *const *operands, size_t count)
{
	const struct expr **list;
	struct expr *expr;

	if (count == 1 && op != EXPR_NOT)
		return operands[0];
	expr = node(arena, op, 0);
	list = arena_array(arena, count, sizeof(*list));
	for (size_t i = 0; i < count; i++)
		list[i] = operands[i];
	expr->operands = list;
	expr->count = count;
	return expr;
}

const struct expr *expr_not(struct arena *arena, const struct expr *operand)
{
	return expr_new(arena, EXPR_NOT, &operand, 1);
}

const struct expr *expr_pair(struct arena *arena, enum expr_op op, const struct expr *a, const struct expr *b)
{
	const struct expr *operands[] = { a, b };

	return expr_new(arena, op, operands, 2);
}

/* A total order of trees: by operator, then content. Shared parts are equal at once. */
static int compare(const struct expr *a, const struct expr *b)
{
	if (a == b)
		return 0;
	if (a->op != b->op)
		return a->op < b->op ? -1 : 1;
	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (size_t i = 0; i < a->count; i++) {
		int order = compare(a->operands[i], b->operands[i]);

		if (order != 0)
			return order;
	}
	return 0;
}

bool expr_same(const struct expr *a, const struct expr *b)
{
	return compare(a, b) == 0;
}

static bool joins(enum expr_op op)
{
	return op == EXPR_AND || op == EXPR_OR || op == EXPR_XOR || op == EXPR_IFF;
}

const struct expr *expr_flat(const struct expr *expr, struct arena *arena)
{
	const struct expr **parts;
	struct expr *flat;
	size_t count = 0, total = 0;

	if (expr->count == 0)
		return expr;
	parts = arena_array(arena, expr->count, sizeof(*parts));
	for (size_t i = 0; i < expr->count; i++) {
		parts[i] = expr_flat(expr->operands[i], arena);
		total += joins(expr->op) && parts[i]->op == expr->op ? parts[i]->count : 1;
	}
	flat = arena_alloc(arena, sizeof(*flat));
	*flat = *expr;
	if (total == expr->count) {
		flat->operands = parts;
		return flat;
	}
	const struct expr **joined = arena_array(arena, total, sizeof(*joined));
	for (size_t i = 0; i < expr->count; i++) {
		if (parts[i]->op != expr->op) {
			joined[count++] = parts[i];
			continue;
		}
		for (size_t j = 0; j < parts[i]->count; j++)
			joined[count++] = parts[i]->operands[j];
	}
	flat->operands = joined;
	flat->count = count;
	return flat;
}

static int by_order(const void *a, const void *b)
{
	return compare(*(const struct expr *const *)a, *(const struct expr *const *)b);
}

/* Flat, and the operands of every commutative operator in the total order. */
static const struct expr *sorted(const struct expr *expr, struct arena *arena)
{
	const struct expr **parts;
	struct expr *copy;

	if (expr->count == 0)
		return expr;
	parts = arena_array(arena, expr->count, sizeof(*parts));
	for (size_t i = 0; i < expr->count; i++)
		parts[i] = sorted(expr->operands[i], arena);
	if (expr->op != EXPR_IMPLIES)
		qsort(parts, expr->count, sizeof(*parts), by_order);
	copy = arena_alloc(arena, sizeof(*copy));
	*copy = *expr;
	copy->operands = parts;
	return copy;
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * 0x9e3779b97f4a7c15ULL;
	return hash ^ hash >> 32;
}

static uint64_t print_of(const struct expr *expr);

/* Operands in any order, those of equal associative operators as if they stood here. */
static uint64_t print_of_operands(const struct expr *expr)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < expr->count; i++) {
		const struct expr *operand = expr->operands[i];

		sum += joins(expr->op) && operand->op == expr->op ? print_of_operands(operand) : print_of(operand);
	}
	return sum;
}

/* A number that trees have in common that are alike, and hardly any others. */
static uint64_t print_of(const struct expr *expr)
{
	return mix(mix(expr->op + 1, expr->value), print_of_operands(expr));
}

bool expr_alike(const struct expr *a, const struct expr *b, struct arena *arena)
{
	/* Sorting is dear, and most are not alike. */
	return print_of(a) == print_of(b) &&
	       expr_same(sorted(expr_flat(a, arena), arena), sorted(expr_flat(b, arena), arena));
}

bool expr_value(const struct expr *expr, uint32_t row, unsigned variables)
{
	bool first, value;

	if (expr->op == EXPR_CONSTANT)
		return expr->value != 0;
	if (expr->op == EXPR_VARIABLE)
		return row >> (variables - 1 - expr->value) & 1;
	first = expr_value(expr->operands[0], row, variables);
	if (expr->op == EXPR_NOT)
		return !first;
	value = first;
	for (size_t i = 1; i < expr->count; i++) {
		bool next = expr_value(expr->operands[i], row, variables);

		switch (expr->op) {
		case EXPR_AND:
		case EXPR_NAND:
			value = value && next;
			break;
		case EXPR_OR:
		case EXPR_NOR:
			value = value || next;
			break;
		case EXPR_IMPLIES:
			value = !value || next;
			break;
		case EXPR_IFF:
			value = value == next;
			break;
		default:
			value = value != next;
		}
	}
	return expr->op == EXPR_NAND || expr->op == EXPR_NOR ? !value : value;
}

size_t expr_literals(const struct expr *expr)
{
	size_t sum = expr->count == 0;

	for (size_t i = 0; i < expr->count; i++)
		sum += expr_literals(expr->operands[i]);
	return sum;
}

size_t expr_nodes(const struct expr *expr)
{
	size_t sum = 1;

	for (size_t i = 0; i < expr->count; i++)
		sum += expr_nodes(expr->operands[i]);
	return sum;
}

bool expr_implies(const struct expr *expr)
{
	bool implies = expr->op == EXPR_IMPLIES || expr->op == EXPR_IFF;

	for (size_t i = 0; i < expr->count && !implies; i++)
		implies = expr_implies(expr->operands[i]);
	return implies;
}

uint32_t expr_uses(const struct expr *expr)
{
	uint32_t uses = expr->op == EXPR_VARIABLE ? (uint32_t)1 << expr->value : 0;

	for (size_t i = 0; i < expr->count; i++)
		uses |= expr_uses(expr->operands[i]);
	return uses;
}
