#include "sets/relation.h"

size_t set_place(const struct element *set, const struct element *element)
{
	size_t low = 0, high = set->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = element_compare(set->parts[middle], element);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return set->count;
}

int relation_of(struct relation *out, const struct element *from, const struct element *to,
	const struct element *couples, const struct element **stranger)
{
	*out = (struct relation){ .from = from, .to = to };
	*stranger = NULL;
	if (from->count > RELATION_SIDE_MAX || to->count > RELATION_SIDE_MAX)
		return -1;
	for (size_t n = 0; n < couples->count; n++) {
		const struct element *couple = couples->parts[n];
		size_t i, j;

		*stranger = couple;
		if (couple->kind != ELEMENT_TUPLE || couple->count != 2)
			return -1;
		i = set_place(from, couple->parts[0]);
		j = set_place(to, couple->parts[1]);
		if (i == from->count || j == to->count)
			return -1;
		out->rows[i] |= (uint32_t)1 << j;
	}
	return 0;
}

const struct element *relation_couples(const struct relation *relation, struct arena *arena)
{
	size_t rows = relation->from->count, columns = relation->to->count, count = 0;
	const struct element **list = arena_array(arena, rows * columns + 1, sizeof(*list));

	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++) {
			const struct element *pair[2] = { relation->from->parts[i], relation->to->parts[j] };

			if (relation_at(relation, i, j))
				list[count++] = element_tuple(pair, 2, arena);
		}
	return set_of(list, count, arena);
}

struct relation relation_inverse(const struct relation *relation)
{
	struct relation out = { .from = relation->to, .to = relation->from };

	for (size_t i = 0; i < relation->from->count; i++)
		for (size_t j = 0; j < relation->to->count; j++)
			if (relation_at(relation, i, j))
				out.rows[j] |= (uint32_t)1 << i;
	return out;
}

struct relation relation_then(const struct relation *first, const struct relation *second)
{
	struct relation out = { .from = first->from, .to = second->to };

	for (size_t i = 0; i < first->from->count; i++)
		for (size_t j = 0; j < first->to->count; j++)
			if (relation_at(first, i, j))
				out.rows[i] |= second->rows[j];
	return out;
}

static const struct element *chosen(const struct element *set, uint32_t mask, struct arena *arena)
{
	const struct element *list[RELATION_SIDE_MAX];
	size_t count = 0;

	for (size_t i = 0; i < set->count; i++)
		if (mask >> i & 1)
			list[count++] = set->parts[i];
	return set_of(list, count, arena);
}

static uint32_t mask_of(const struct element *set, const struct element *of)
{
	uint32_t mask = 0;

	for (size_t i = 0; i < set->count; i++)
		if (set_has(of, set->parts[i]))
			mask |= (uint32_t)1 << i;
	return mask;
}

const struct element *relation_image(const struct relation *relation, const struct element *of, struct arena *arena)
{
	uint32_t from = mask_of(relation->from, of), mask = 0;

	for (size_t i = 0; i < relation->from->count; i++)
		if (from >> i & 1)
			mask |= relation->rows[i];
	return chosen(relation->to, mask, arena);
}

const struct element *relation_preimage(const struct relation *relation, const struct element *of, struct arena *arena)
{
	uint32_t to = mask_of(relation->to, of), mask = 0;

	for (size_t i = 0; i < relation->from->count; i++)
		if (relation->rows[i] & to)
			mask |= (uint32_t)1 << i;
	return chosen(relation->from, mask, arena);
}

const struct element *relation_classes(const struct relation *relation, struct arena *arena)
{
	const struct element *list[RELATION_SIDE_MAX];

	for (size_t i = 0; i < relation->from->count; i++)
		list[i] = chosen(relation->to, relation->rows[i], arena);
	return set_of(list, relation->from->count, arena);
}

const struct element *relation_class(const struct relation *relation, const struct element *of, struct arena *arena)
{
	size_t place = set_place(relation->from, of);

	return place == relation->from->count ? NULL : chosen(relation->to, relation->rows[place], arena);
}

/* Arcs that do not follow from two others, without the loops. */
const struct element *relation_hasse(const struct relation *relation, struct arena *arena)
{
	struct relation strict = *relation, covers;

	for (size_t i = 0; i < relation->from->count; i++)
		strict.rows[i] &= ~((uint32_t)1 << i);
	covers = strict;
	struct relation twice = relation_then(&strict, &strict);
	for (size_t i = 0; i < relation->from->count; i++)
		covers.rows[i] &= ~twice.rows[i];
	return relation_couples(&covers, arena);
}

static uint32_t ends(const struct relation *relation)
{
	uint32_t mask = 0;

	for (size_t i = 0; i < relation->from->count; i++)
		if ((relation->rows[i] & ~((uint32_t)1 << i)) == 0)
			mask |= (uint32_t)1 << i;
	return mask;
}

const struct element *relation_maximal(const struct relation *relation, struct arena *arena)
{
	return chosen(relation->from, ends(relation), arena);
}

const struct element *relation_minimal(const struct relation *relation, struct arena *arena)
{
	struct relation inverse = relation_inverse(relation);

	return relation_maximal(&inverse, arena);
}

const struct element *relation_least(const struct relation *relation)
{
	size_t side = relation->from->count;
	uint32_t all = side == 32 ? UINT32_MAX : ((uint32_t)1 << side) - 1;

	for (size_t i = 0; i < side; i++)
		if (relation->rows[i] == all)
			return relation->from->parts[i];
	return NULL;
}

const struct element *relation_greatest(const struct relation *relation)
{
	struct relation inverse = relation_inverse(relation);

	return relation_least(&inverse);
}
