/* Operations on finite sets: two sorted lists are merged, so nothing is sorted again but products and subsets. */
#include "sets/element.h"

enum { KEEP_LEFT = 1, KEEP_BOTH = 2, KEEP_RIGHT = 4 };

static const struct element *merge(const struct element *a, const struct element *b, unsigned keep, struct arena *arena)
{
	const struct element **list;
	size_t i = 0, j = 0, count = 0;

	if (!a || !b || a->kind != ELEMENT_SET || b->kind != ELEMENT_SET)
		return NULL;
	list = arena_array(arena, a->count + b->count + 1, sizeof(*list));
	while (i < a->count || j < b->count) {
		int order = i == a->count ? 1 : j == b->count ? -1 : element_compare(a->parts[i], b->parts[j]);
		unsigned which = order < 0 ? KEEP_LEFT : order > 0 ? KEEP_RIGHT : KEEP_BOTH;

		if (keep & which)
			list[count++] = order <= 0 ? a->parts[i] : b->parts[j];
		i += order <= 0;
		j += order >= 0;
	}
	return set_of(list, count, arena);
}

const struct element *set_union(const struct element *a, const struct element *b, struct arena *arena)
{
	return merge(a, b, KEEP_LEFT | KEEP_BOTH | KEEP_RIGHT, arena);
}

const struct element *set_intersection(const struct element *a, const struct element *b, struct arena *arena)
{
	return merge(a, b, KEEP_BOTH, arena);
}

const struct element *set_minus(const struct element *a, const struct element *b, struct arena *arena)
{
	return merge(a, b, KEEP_LEFT, arena);
}

const struct element *set_symmetric(const struct element *a, const struct element *b, struct arena *arena)
{
	return merge(a, b, KEEP_LEFT | KEEP_RIGHT, arena);
}

const struct element *set_product(const struct element *const *sets, size_t count, struct arena *arena)
{
	const struct element **list, *parts[TUPLE_MAX];
	size_t total = 1, at[TUPLE_MAX] = { 0 };

	if (count < 2 || count > TUPLE_MAX)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (!sets[i])
			return NULL;
	for (size_t i = 0; i < count; i++)
		if (sets[i]->count == 0)
			return set_empty(arena);
	for (size_t i = 0; i < count; i++) {
		total *= sets[i]->count;
		if (total > SET_COUNT_MAX)
			return NULL;
	}
	list = arena_array(arena, total, sizeof(*list));
	for (size_t n = 0; n < total; n++) {
		for (size_t i = 0; i < count; i++)
			parts[i] = sets[i]->parts[at[i]];
		list[n] = element_tuple(parts, count, arena);
		for (size_t i = count; i-- > 0 && ++at[i] == sets[i]->count;)
			at[i] = 0;
	}
	return set_of(list, total, arena);
}

const struct element *set_power(const struct element *set, struct arena *arena)
{
	const struct element *chosen[SET_POWER_MAX], **list;
	size_t total;

	if (!set || set->kind != ELEMENT_SET || set->count > SET_POWER_MAX)
		return NULL;
	total = (size_t)1 << set->count;
	if (set->weight * total / 2 > SET_WEIGHT_MAX)
		return NULL;
	list = arena_array(arena, total, sizeof(*list));
	for (size_t mask = 0; mask < total; mask++) {
		size_t count = 0;

		for (size_t i = 0; i < set->count; i++)
			if (mask >> i & 1)
				chosen[count++] = set->parts[i];
		list[mask] = set_of(chosen, count, arena);
	}
	return set_of(list, total, arena);
}
