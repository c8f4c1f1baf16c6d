#include "sets/reals.h"

static int compare_cuts(const struct reals *a, size_t i, const struct reals *b, size_t j)
{
	const struct cut *left = &a->cuts[i], *right = &b->cuts[j];

	if (!left->at || !right->at) {
		int first = left->at ? 0 : i == 0 ? -1 : 1, second = right->at ? 0 : j == 0 ? -1 : 1;

		return first - second;
	}
	int order = number_compare(left->at, right->at);
	return order != 0 ? order : (int)left->after - (int)right->after;
}

/* `table`: bit 2·(in a) + (in b) says whether the result holds such numbers. */
static const struct reals *combine(const struct reals *a, const struct reals *b, unsigned table, struct arena *arena)
{
	struct reals *out;
	struct cut *cuts;
	size_t i = 0, j = 0;
	bool in = false;

	if (!a || !b || a->count + b->count > REALS_CUTS_MAX)
		return NULL;
	out = arena_alloc(arena, sizeof(*out));
	cuts = arena_array(arena, a->count + b->count + 2, sizeof(*cuts));
	out->cuts = cuts;
	while (i < a->count || j < b->count) {
		int order = i == a->count ? 1 : j == b->count ? -1 : compare_cuts(a, i, b, j);
		struct cut cut = order <= 0 ? a->cuts[i] : b->cuts[j];

		i += order <= 0;
		j += order >= 0;
		if ((table >> (2 * (i & 1) + (j & 1)) & 1) != in) {
			in = !in;
			cuts[out->count++] = cut;
		}
	}
	return out;
}

const struct reals *reals_interval(const struct interval *interval, struct arena *arena)
{
	struct reals *out = arena_alloc(arena, sizeof(*out));
	struct cut *cuts = arena_array(arena, 2, sizeof(*cuts));
	int order = interval->from && interval->to ? number_compare(interval->from, interval->to) : -1;

	if (order > 0)
		return NULL;
	out->cuts = cuts;
	cuts[0] = (struct cut){ interval->from, interval->from && !interval->from_in };
	cuts[1] = (struct cut){ interval->to, interval->to && interval->to_in };
	if (order < 0 || (interval->from_in && interval->to_in))
		out->count = 2;
	return out;
}

const struct reals *reals_points(const struct element *set, struct arena *arena)
{
	struct reals *out = arena_alloc(arena, sizeof(*out));
	struct cut *cuts;

	if (!set || set->kind != ELEMENT_SET || set->count > REALS_CUTS_MAX / 2)
		return NULL;
	cuts = arena_array(arena, 2 * set->count + 1, sizeof(*cuts));
	out->cuts = cuts;
	for (size_t i = 0; i < set->count; i++) {
		if (set->parts[i]->kind != ELEMENT_NUMBER)
			return NULL;
		cuts[out->count++] = (struct cut){ set->parts[i]->number, false };
		cuts[out->count++] = (struct cut){ set->parts[i]->number, true };
	}
	return out;
}

const struct reals *reals_union(const struct reals *a, const struct reals *b, struct arena *arena)
{
	return combine(a, b, 0xe, arena);
}

const struct reals *reals_intersection(const struct reals *a, const struct reals *b, struct arena *arena)
{
	return combine(a, b, 0x8, arena);
}

const struct reals *reals_minus(const struct reals *a, const struct reals *b, struct arena *arena)
{
	return combine(a, b, 0x4, arena);
}

const struct reals *reals_symmetric(const struct reals *a, const struct reals *b, struct arena *arena)
{
	return combine(a, b, 0x6, arena);
}

bool reals_same(const struct reals *a, const struct reals *b)
{
	if (!a || !b || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (compare_cuts(a, i, b, i) != 0)
			return false;
	return true;
}

bool reals_has(const struct reals *set, const struct number *number)
{
	size_t passed = 0;

	while (passed < set->count) {
		const struct cut *cut = &set->cuts[passed];
		int order = cut->at ? number_compare(cut->at, number) : passed == 0 ? -1 : 1;

		if (order > 0 || (order == 0 && cut->after))
			break;
		passed++;
	}
	return passed & 1;
}

size_t reals_intervals(const struct reals *set)
{
	return set->count / 2;
}

struct interval reals_at(const struct reals *set, size_t index)
{
	const struct cut *from = &set->cuts[2 * index], *to = from + 1;

	return (struct interval){ from->at, to->at, from->at && !from->after, to->at && to->after };
}

const struct element *reals_as_points(const struct reals *set, struct arena *arena)
{
	const struct element **list = arena_array(arena, set->count / 2 + 1, sizeof(*list));

	for (size_t i = 0; i < set->count / 2; i++) {
		struct interval interval = reals_at(set, i);

		if (!interval.from || !interval.to || number_compare(interval.from, interval.to) != 0)
			return NULL;
		list[i] = element_number(interval.from, arena);
	}
	return set_of(list, set->count / 2, arena);
}
