/*
 * Properties by their definitions. Each elementary one says whether given elements refute it; it holds when none do, and
 * the first that do are the counterexample. So a witness of a student is judged by the same line as the property itself.
 */
#include "sets/relation.h"

static bool refutes(const struct relation *r, enum property property, const size_t *at)
{
	size_t a = at[0], b = at[1], c = at[2];
	uint32_t row = r->rows[a];
	unsigned images;

	switch (property) {
	case PROPERTY_REFLEXIVE:
		return !relation_at(r, a, a);
	case PROPERTY_IRREFLEXIVE:
		return relation_at(r, a, a);
	case PROPERTY_SYMMETRIC:
		return relation_at(r, a, b) && !relation_at(r, b, a);
	case PROPERTY_ANTISYMMETRIC:
		return a != b && relation_at(r, a, b) && relation_at(r, b, a);
	case PROPERTY_TOTAL:
		return !relation_at(r, a, b) && !relation_at(r, b, a);
	case PROPERTY_TRANSITIVE:
		return relation_at(r, a, b) && relation_at(r, b, c) && !relation_at(r, a, c);
	case PROPERTY_MAPPING:
		images = (unsigned)__builtin_popcount(row);
		return images != 1;
	case PROPERTY_INJECTIVE:
		return a != b && (row & r->rows[b]) != 0;
	case PROPERTY_SURJECTIVE:
		for (size_t i = 0; i < r->from->count; i++)
			if (relation_at(r, i, a))
				return false;
		return true;
	default:
		return false;
	}
}

/* How many elements a witness has. */
static size_t arity(enum property property)
{
	switch (property) {
	case PROPERTY_REFLEXIVE:
	case PROPERTY_IRREFLEXIVE:
	case PROPERTY_MAPPING:
	case PROPERTY_SURJECTIVE:
		return 1;
	case PROPERTY_TRANSITIVE:
		return 3;
	case PROPERTY_SYMMETRIC:
	case PROPERTY_ANTISYMMETRIC:
	case PROPERTY_TOTAL:
	case PROPERTY_INJECTIVE:
		return 2;
	default:
		return 0;
	}
}

bool property_has_witness(enum property property)
{
	return arity(property) > 0;
}

static const struct element *side_of(const struct relation *relation, enum property property)
{
	return property == PROPERTY_SURJECTIVE ? relation->to : relation->from;
}

static size_t first_witness(const struct relation *relation, enum property property, size_t at[3])
{
	size_t side = side_of(relation, property)->count, count = arity(property);
	size_t seconds = count >= 2 ? side : 1, thirds = count >= 3 ? side : 1;

	for (at[0] = 0; at[0] < side; at[0]++)
		for (at[1] = 0; at[1] < seconds; at[1]++)
			for (at[2] = 0; at[2] < thirds; at[2]++)
				if (refutes(relation, property, at))
					return count;
	return 0;
}

size_t relation_counterexample(
	const struct element *out[WITNESS_MAX], const struct relation *relation, enum property property)
{
	size_t at[3], count = arity(property) > 0 ? first_witness(relation, property, at) : 0;

	for (size_t i = 0; i < count; i++)
		out[i] = side_of(relation, property)->parts[at[i]];
	return count;
}

bool relation_has(const struct relation *relation, enum property property)
{
	static const enum property equivalence[] = { PROPERTY_REFLEXIVE, PROPERTY_SYMMETRIC, PROPERTY_TRANSITIVE },
				   order[] = { PROPERTY_REFLEXIVE, PROPERTY_ANTISYMMETRIC, PROPERTY_TRANSITIVE },
				   bijection[] = { PROPERTY_MAPPING, PROPERTY_INJECTIVE, PROPERTY_SURJECTIVE };
	const enum property *parts = property == PROPERTY_EQUIVALENCE ? equivalence
				     : property == PROPERTY_ORDER     ? order
				     : property == PROPERTY_BIJECTIVE ? bijection
								      : NULL;
	size_t at[3];

	if (!parts)
		return first_witness(relation, property, at) == 0;
	return relation_has(relation, parts[0]) && relation_has(relation, parts[1]) && relation_has(relation, parts[2]);
}

/* (a;b) (b;c) in either order says a, b, c; and (a;a) says a. */
static size_t shortened(const struct element *clean[WITNESS_MAX], size_t count, size_t wanted)
{
	if (wanted == 1 && count == 2 && element_same(clean[0], clean[1]))
		return 1;
	if (wanted != 3 || count != 4)
		return count;
	if (element_same(clean[1], clean[2])) {
		clean[2] = clean[3];
		return 3;
	}
	if (!element_same(clean[0], clean[3]))
		return count;
	clean[3] = clean[1]; /* (b;c) (a;b) */
	clean[1] = clean[0];
	clean[0] = clean[2];
	clean[2] = clean[3];
	return 3;
}

enum witness relation_try_witness(const struct relation *relation, enum property property,
	const struct element *const *witness, size_t *count, const struct element *clean[WITNESS_MAX])
{
	size_t wanted = arity(property), at[3] = { 0 };

	if (*count > WITNESS_MAX || *count == 0)
		return WITNESS_SHAPE;
	for (size_t i = 0; i < *count; i++)
		clean[i] = witness[i];
	*count = shortened(clean, *count, wanted);
	if (*count != wanted)
		return WITNESS_SHAPE;
	for (size_t i = 0; i < wanted; i++) {
		at[i] = set_place(side_of(relation, property), clean[i]);
		if (at[i] == side_of(relation, property)->count)
			return WITNESS_STRANGER;
	}
	/* Two elements that are not related either way round: both orders say the same. */
	if (refutes(relation, property, at))
		return WITNESS_REFUTES;
	return WITNESS_FAILS;
}
