/*
 * Relations between two small sets, and mappings: which couples there are, what holds for them, and what shows that
 * something does not.
 *
 * A relation on a set has `from` and `to` alike. Sides have RELATION_SIDE_MAX elements at most, a row is one word of bits,
 * so every question here takes some thousand steps at most.
 */
#pragma once
#include "sets/element.h"

enum { RELATION_SIDE_MAX = 32, WITNESS_MAX = 4 };

struct relation {
	const struct element *from, *to; /* sets */
	uint32_t rows[RELATION_SIDE_MAX]; /* by element of `from`, a bit for each of `to` */
};

enum property {
	PROPERTY_REFLEXIVE,
	PROPERTY_IRREFLEXIVE,
	PROPERTY_SYMMETRIC,
	PROPERTY_ANTISYMMETRIC,
	PROPERTY_TRANSITIVE,
	PROPERTY_TOTAL, /* any two are related, one way or the other */
	PROPERTY_EQUIVALENCE,
	PROPERTY_ORDER,
	PROPERTY_MAPPING, /* every element of `from` has exactly one image */
	PROPERTY_INJECTIVE,
	PROPERTY_SURJECTIVE,
	PROPERTY_BIJECTIVE,
	PROPERTY_COUNT
};

/* -1 and a couple that does not fit: no couple, or of elements that are not in the sets; *stranger is NULL when a side
 * is too large. */
int relation_of(struct relation *out, const struct element *from, const struct element *to,
	const struct element *couples, const struct element **stranger) must_check;
const struct element *relation_couples(const struct relation *relation, struct arena *arena);
static inline bool relation_at(const struct relation *relation, size_t i, size_t j)
{
	return relation->rows[i] >> j & 1;
}
/* The place of an element in a set; its count where it is not in it. */
size_t set_place(const struct element *set, const struct element *element);

struct relation relation_inverse(const struct relation *relation);
/* First one, then the other: `second` ∘ `first`. The sets between them must be the same. */
struct relation relation_then(const struct relation *first, const struct relation *second);

bool relation_has(const struct relation *relation, enum property property);
/* May a witness be asked for? Not of what is several properties at once. */
bool property_has_witness(enum property property);
/* The first elements that show that the property fails: how many, 0 when it holds or has no witness. An element without
 * (a single) image or without antecedent; two; three of a transitivity. */
size_t relation_counterexample(
	const struct element *out[WITNESS_MAX], const struct relation *relation, enum property property);

enum witness { WITNESS_REFUTES, WITNESS_FAILS, WITNESS_SHAPE /* not that many elements */, WITNESS_STRANGER };
/* Do these elements show that the property fails? (a;b) (b;c) stands for a transitivity's a, b, c. `clean` gets what was
 * understood, *count of them. */
enum witness relation_try_witness(const struct relation *relation, enum property property,
	const struct element *const *witness, size_t *count, const struct element *clean[WITNESS_MAX]);

/* ---- of an equivalence or an order: all of these need one ---- */

const struct element *relation_classes(const struct relation *relation, struct arena *arena); /* a set of sets */
const struct element *relation_class(const struct relation *relation, const struct element *of, struct arena *arena);
const struct element *relation_hasse(const struct relation *relation, struct arena *arena); /* couples */
const struct element *relation_minimal(const struct relation *relation, struct arena *arena);
const struct element *relation_maximal(const struct relation *relation, struct arena *arena);
const struct element *relation_least(const struct relation *relation); /* NULL: there is none */
const struct element *relation_greatest(const struct relation *relation);

/* What the elements of a set are related to; what is related to them. */
const struct element *relation_image(const struct relation *relation, const struct element *of, struct arena *arena);
const struct element *relation_preimage(const struct relation *relation, const struct element *of, struct arena *arena);
