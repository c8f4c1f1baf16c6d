/*
 * Does what a run returned equal what the author expects?
 *
 * Use: fill a struct compare_rule, call compare_values(); look at `equal`
 * first, then at `why` and the rest to say something useful.
 *
 * Rules:
 *  - EQUAL, the default, is Python's == on plain data: 1, 1.0 and True are
 *    equal (ints and floats as exact reals), a list is not a tuple, a set is
 *    equal to a frozenset, the order of sets and dicts does not matter.
 *  - STRICT is EQUAL with the same type everywhere.
 *  - APPROX is EQUAL with a tolerance on numbers, through all containers; keys
 *    of dicts must be equal as they are.
 *  - UNORDERED: two lists (or two tuples) hold the same elements the same
 *    number of times, in any order; what is inside an element keeps its order.
 *  - SET: the distinct elements of a list, tuple, set or frozenset are those of
 *    the other, whatever the two types are.
 * A tolerance that is not zero counts under every rule but STRICT.
 * NaN: where NaN is expected, NaN is right (unlike in Python, where it equals nothing).
 *
 * Hostile values: cost is O(n log n) for n nodes, recursion ends at VALUE_MAX_DEPTH.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "sandbox/value.h"

enum compare_mode { COMPARE_EQUAL, COMPARE_STRICT, COMPARE_APPROX, COMPARE_UNORDERED, COMPARE_SET };

struct compare_rule {
	enum compare_mode mode;
	double absolute; /* tolerances; 0: none */
	double relative; /* of the expected number */
};

/* "equal", "strict", "approx", "unordered", "set" (as in exercise.json); static. -1 for another name. */
const char *compare_mode_name(enum compare_mode mode);
int compare_mode_parse(const char *name);

enum compare_why {
	COMPARE_SAME,
	COMPARE_TYPE, /* another type: 3 and '3', a list and a tuple */
	COMPARE_VALUE, /* the same kind of thing, another value */
	COMPARE_LENGTH, /* two sequences of other lengths: see the counts and `index` */
	COMPARE_KEYS, /* a dict lacks a key (`expected` is the key), or has one too many (`got` is the key) */
	COMPARE_MEMBERS, /* a set, or lists in any order: `expected` is missing, `got` is too many; either may be NULL */
};

struct compare_result {
	bool equal;
	enum compare_why why;
	const char *path; /* where they first differ: "[2]['a']"; "" at the top. Bounded, valid UTF-8 */
	const struct value *expected; /* the sub-values there, in the trees that were given; NULL: see `why` */
	const struct value *got;
	size_t expected_count, got_count; /* LENGTH, KEYS, MEMBERS: of the containers there */
	size_t index; /* LENGTH: first index at which they differ (the shorter length if none) */
	/* What else may be said. */
	bool same_elements; /* not equal, but the top-level sequences hold the same elements in another order */
	bool same_content; /* TYPE: the same elements in the same order, in a container of another type */
	/* Equal all the same, but somewhere of another type: expected int, got bool. NULL when there is none. */
	const char *type_path, *expected_type, *got_type;
};

/* What the result points to lives in `arena` or in the two values. */
void compare_values(struct compare_result *out, const struct compare_rule *rule, const struct value *expected,
	const struct value *got, struct arena *arena);
