/*
 * Elements and finite sets: numbers, names, tuples and sets of them, nested as one writes them.
 *
 * An element is immutable, in the arena that it was made in, and in its one normal form: a set is sorted and says nothing
 * twice, so that two sets are the same when they print the same. What would pass the caps below is not made: the function
 * gives NULL, which every function here takes and gives back.
 *
 * Order: numbers, names, tuples, sets; of tuples and of sets the shorter ones first, so that P(E) prints as in a course.
 */
#pragma once
#include "exact/number.h"

enum {
	SET_COUNT_MAX = 10000, /* elements of a set: a product, an interval of whole numbers */
	SET_WEIGHT_MAX = 100000, /* numbers, names, braces and parentheses in all */
	SET_DEPTH_MAX = 12,
	SET_POWER_MAX = 10, /* elements of a set whose subsets are listed */
	TUPLE_MAX = 8
};

enum element_kind { ELEMENT_NUMBER, ELEMENT_NAME, ELEMENT_TUPLE, ELEMENT_SET };

struct element {
	enum element_kind kind;
	const struct number *number;
	const char *name;
	const struct element *const *parts; /* of a tuple, of a set */
	size_t count;
	size_t weight;
	unsigned depth; /* 0 for a number or a name */
};

const struct element *element_number(const struct number *number, struct arena *arena);
const struct element *element_name(const char *name, struct arena *arena);
/* The list is copied. */
const struct element *element_tuple(const struct element *const *parts, size_t count, struct arena *arena);
const struct element *set_of(const struct element *const *parts, size_t count, struct arena *arena);
const struct element *set_empty(struct arena *arena);
const struct element *set_range(int64_t from, int64_t to, struct arena *arena); /* whole numbers, both ends in it */

int element_compare(const struct element *a, const struct element *b); /* neither may be NULL */
bool element_same(const struct element *a, const struct element *b); /* false when either is NULL */
bool set_has(const struct element *set, const struct element *element);
bool set_within(const struct element *a, const struct element *b);

const struct element *set_union(const struct element *a, const struct element *b, struct arena *arena);
const struct element *set_intersection(const struct element *a, const struct element *b, struct arena *arena);
const struct element *set_minus(const struct element *a, const struct element *b, struct arena *arena);
const struct element *set_symmetric(const struct element *a, const struct element *b, struct arena *arena);
const struct element *set_product(const struct element *const *sets, size_t count, struct arena *arena);
const struct element *set_power(const struct element *set, struct arena *arena);

/* "{1 ; (2 ; a) ; ∅}". `most` > 0: so many elements of the outermost set, then "…". */
const char *element_text(const struct element *element, size_t most, struct arena *arena);
/* The same without the outermost braces. */
const char *set_list_text(const struct element *set, size_t most, struct arena *arena);
void element_latex(struct buf *out, const struct element *element);
void element_mathml(struct buf *out, const struct element *element); /* without <math> */
