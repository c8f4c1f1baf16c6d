/*
 * Values made ready for comparing: sets and dicts sorted, ranges reduced to
 * what makes them equal. The order is total and consistent with equality (two
 * nodes are equal exactly when it gives 0), so that sets are compared by
 * walking two sorted arrays, without hashing and in O(n log n) whatever the
 * values are. Comparing costs no more than the smaller of the two.
 */
#pragma once
#include <stddef.h>
#include "base/arena.h"
#include "sandbox/value.h"

struct node {
	const struct value *value; /* as given */
	struct node
		*items; /* containers: elements (sets sorted), pairs key, value, … (sorted by key), range: its key */
	size_t count; /* nodes in items: twice the pairs of a dict */
};

void node_make(struct node *out, const struct value *value, struct arena *arena);
/* <0, 0, >0 */
int node_order(const struct node *a, const struct node *b);
/* Sorts `count` groups of `width` adjacent nodes by the first of each; stable. */
void node_sort(struct node *nodes, size_t count, size_t width);
