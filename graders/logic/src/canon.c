/* Formulas up to order and parentheses, each made once. */
#include "canon.h"
#include <stdlib.h>
#include <string.h>

enum { ON_STACK = 64 };

void canon_open(struct canons *canons, struct arena *arena)
{
	*canons = (struct canons){ .arena = arena };
	canons->buckets = arena_array(arena, CANON_BUCKETS, sizeof(*canons->buckets));
}

static bool joins(enum expr_op op)
{
	return op == EXPR_AND || op == EXPR_OR || op == EXPR_XOR || op == EXPR_IFF;
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
	return (hash ^ more) * 0x9e3779b97f4a7c15ULL;
}

/* The one object with this content. Copies the list when it is new. */
static const struct canon *interned(
	struct canons *canons, enum expr_op op, unsigned value, const struct canon *const *list, size_t count)
{
	uint64_t hash = mix(mix(count + 1, op), value);
	struct canon **bucket, *canon;
	const struct canon **copy;

	for (size_t i = 0; i < count; i++)
		hash = mix(hash ^ hash >> 29, list[i]->id);
	bucket = &canons->buckets[(hash >> 32) % CANON_BUCKETS];
	for (canon = *bucket; canon != NULL; canon = canon->next) {
		if (canon->hash == hash && canon->op == op && canon->value == value && canon->count == count &&
			(count == 0 || memcmp(canon->operands, list, count * sizeof(*list)) == 0))
			return canon;
	}
	copy = arena_room(canons->arena, count, sizeof(*copy));
	for (size_t i = 0; i < count; i++)
		copy[i] = list[i];
	canon = arena_room(canons->arena, 1, sizeof(*canon));
	*canon = (struct canon){ .op = op,
		.value = value,
		.id = ++canons->next_id,
		.count = (uint32_t)count,
		.operands = copy,
		.hash = hash,
		.next = *bucket };
	canon->reach = law_reach(canon);
	for (size_t i = 0; i < count; i++)
		canon->reach |= list[i]->reach;
	*bucket = canon;
	return canon;
}

static int by_id(const void *a, const void *b)
{
	const struct canon *left = *(const struct canon *const *)a, *right = *(const struct canon *const *)b;

	return (left->id > right->id) - (left->id < right->id);
}

static void sort(const struct canon **list, size_t count)
{
	if (count > ON_STACK) {
		qsort(list, count, sizeof(*list), by_id);
		return;
	}
	for (size_t i = 1; i < count; i++) {
		const struct canon *moving = list[i];
		size_t to = i;

		for (; to > 0 && list[to - 1]->id > moving->id; to--)
			list[to] = list[to - 1];
		list[to] = moving;
	}
}

const struct canon *canon_constant(struct canons *canons, bool value)
{
	return interned(canons, EXPR_CONSTANT, value, NULL, 0);
}

const struct canon *canon_make(
	struct canons *canons, enum expr_op op, const struct canon *const *operands, size_t count)
{
	const struct canon *on_stack[ON_STACK], **list = on_stack;
	size_t total = 0;

	for (size_t i = 0; i < count; i++)
		total += joins(op) && operands[i]->op == op ? operands[i]->count : 1;
	canons->steps += 1 + (uint32_t)total / 8;
	if (joins(op) && total == 1)
		return operands[0];
	if (total == 0)
		return canon_constant(canons, op == EXPR_AND || op == EXPR_IFF);
	if (total > ON_STACK)
		list = arena_array(canons->arena, total, sizeof(*list));
	total = 0;
	for (size_t i = 0; i < count; i++) {
		if (!joins(op) || operands[i]->op != op) {
			list[total++] = operands[i];
			continue;
		}
		for (size_t k = 0; k < operands[i]->count; k++)
			list[total++] = operands[i]->operands[k];
	}
	if (op != EXPR_IMPLIES)
		sort(list, total);
	return interned(canons, op, 0, list, total);
}

const struct canon *canon_pair(struct canons *canons, enum expr_op op, const struct canon *a, const struct canon *b)
{
	const struct canon *list[] = { a, b };

	return canon_make(canons, op, list, 2);
}

const struct canon *canon_not(struct canons *canons, const struct canon *canon)
{
	return canon_make(canons, EXPR_NOT, &canon, 1);
}

const struct canon *canon_complement(struct canons *canons, const struct canon *canon)
{
	return canon->op == EXPR_NOT ? canon->operands[0] : canon_not(canons, canon);
}

const struct canon *canon_with(struct canons *canons, const struct canon *canon, size_t i, const struct canon *by)
{
	const struct canon *on_stack[ON_STACK], **list = on_stack;
	size_t count = 0;

	if (canon->count > ON_STACK)
		list = arena_array(canons->arena, canon->count, sizeof(*list));
	for (size_t k = 0; k < canon->count; k++) {
		if (k != i)
			list[count++] = canon->operands[k];
		else if (by != NULL)
			list[count++] = by;
	}
	return canon_make(canons, canon->op, list, count);
}

const struct canon *canon_of(struct canons *canons, const struct expr *expr)
{
	const struct canon *on_stack[ON_STACK], **list = on_stack;

	if (expr->count == 0)
		return interned(canons, expr->op, expr->value, NULL, 0);
	if (expr->count > ON_STACK)
		list = arena_array(canons->arena, expr->count, sizeof(*list));
	for (size_t i = 0; i < expr->count; i++)
		list[i] = canon_of(canons, expr->operands[i]);
	return canon_make(canons, expr->op, list, expr->count);
}

const struct expr *canon_expr(const struct canon *canon, struct arena *arena)
{
	const struct expr **list;

	if (canon->op == EXPR_CONSTANT)
		return expr_constant(arena, canon->value);
	if (canon->op == EXPR_VARIABLE)
		return expr_variable(arena, canon->value);
	list = arena_array(arena, canon->count, sizeof(*list));
	for (size_t i = 0; i < canon->count; i++)
		list[i] = canon_expr(canon->operands[i], arena);
	return expr_new(arena, canon->op, list, canon->count);
}

void factors_of(struct factors *out, const struct canon *canon, enum expr_op op)
{
	out->alone = canon;
	out->count = canon->op == op ? canon->count : 1;
	out->list = canon->op == op ? canon->operands : &out->alone;
}

bool factors_have(const struct factors *factors, const struct canon *canon)
{
	for (size_t i = 0; i < factors->count; i++) {
		if (factors->list[i] == canon)
			return true;
	}
	return false;
}

bool factors_within(const struct factors *few, const struct factors *many)
{
	size_t at = 0;

	for (size_t i = 0; i < few->count; i++) {
		while (at < many->count && many->list[at]->id < few->list[i]->id)
			at++;
		if (at == many->count || many->list[at] != few->list[i])
			return false;
		at++;
	}
	return true;
}
