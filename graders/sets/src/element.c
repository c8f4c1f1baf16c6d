/*
 * The library of sets. element.c and element_operations.c make finite sets, reals.c unions of intervals; expression.c
 * computes with both; read*.c read what people type into expressions; relation*.c look at sets of couples.
 */
#include "sets/element.h"
#include <stdlib.h>
#include <string.h>

const struct element *element_number(const struct number *number, struct arena *arena)
{
	struct element *out;

	if (!number)
		return NULL;
	out = arena_alloc(arena, sizeof(*out));
	*out = (struct element){ .kind = ELEMENT_NUMBER, .number = number, .weight = 1 };
	return out;
}

const struct element *element_name(const char *name, struct arena *arena)
{
	struct element *out = arena_alloc(arena, sizeof(*out));

	*out = (struct element){ .kind = ELEMENT_NAME, .name = name, .weight = 1 };
	return out;
}

/* Takes the list. */
static const struct element *compound(
	enum element_kind kind, const struct element *const *parts, size_t count, struct arena *arena)
{
	struct element *out = arena_alloc(arena, sizeof(*out));

	*out = (struct element){ .kind = kind, .parts = parts, .count = count, .weight = 1, .depth = 1 };
	for (size_t i = 0; i < count; i++) {
		out->weight += parts[i]->weight;
		if (parts[i]->depth + 1 > out->depth)
			out->depth = parts[i]->depth + 1;
	}
	return out->weight > SET_WEIGHT_MAX || out->depth > SET_DEPTH_MAX ? NULL : out;
}

static const struct element **copy_of(const struct element *const *parts, size_t count, struct arena *arena)
{
	const struct element **list = arena_array(arena, count + 1, sizeof(*list));

	for (size_t i = 0; i < count; i++) {
		if (!parts[i])
			return NULL;
		list[i] = parts[i];
	}
	return list;
}

const struct element *element_tuple(const struct element *const *parts, size_t count, struct arena *arena)
{
	const struct element **list = count <= TUPLE_MAX ? copy_of(parts, count, arena) : NULL;

	return list ? compound(ELEMENT_TUPLE, list, count, arena) : NULL;
}

int element_compare(const struct element *a, const struct element *b)
{
	if (a == b)
		return 0;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->kind == ELEMENT_NUMBER)
		return number_compare(a->number, b->number);
	if (a->kind == ELEMENT_NAME)
		return strcmp(a->name, b->name);
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (size_t i = 0; i < a->count; i++) {
		int order = element_compare(a->parts[i], b->parts[i]);

		if (order != 0)
			return order;
	}
	return 0;
}

bool element_same(const struct element *a, const struct element *b)
{
	return a && b && element_compare(a, b) == 0;
}

static int compare_places(const void *a, const void *b)
{
	return element_compare(*(const struct element *const *)a, *(const struct element *const *)b);
}

const struct element *set_of(const struct element *const *parts, size_t count, struct arena *arena)
{
	const struct element **list = count <= SET_COUNT_MAX ? copy_of(parts, count, arena) : NULL;
	size_t kept = 0;

	if (!list)
		return NULL;
	if (count > 1)
		qsort(list, count, sizeof(const struct element *), compare_places);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || element_compare(list[kept - 1], list[i]) != 0)
			list[kept++] = list[i];
	return compound(ELEMENT_SET, list, kept, arena);
}

const struct element *set_empty(struct arena *arena)
{
	return set_of(NULL, 0, arena);
}

const struct element *set_range(int64_t from, int64_t to, struct arena *arena)
{
	const struct element **list;
	size_t count = 0;

	if (from > to)
		return set_empty(arena);
	if ((uint64_t)to - (uint64_t)from >= SET_COUNT_MAX)
		return NULL;
	list = arena_array(arena, (size_t)((uint64_t)to - (uint64_t)from) + 1, sizeof(*list));
	for (int64_t value = from;; value++) {
		list[count++] = element_number(number_of(value, arena), arena);
		if (value == to)
			break;
	}
	return set_of(list, count, arena);
}

bool set_has(const struct element *set, const struct element *element)
{
	size_t low = 0, high = set ? set->count : 0;

	while (element && low < high) {
		size_t middle = low + (high - low) / 2;
		int order = element_compare(set->parts[middle], element);

		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

bool set_within(const struct element *a, const struct element *b)
{
	if (!a || !b)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!set_has(b, a->parts[i]))
			return false;
	return true;
}
