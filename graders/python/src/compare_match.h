/*
 * Members in any order: which of these are among those? Private to compare.
 *
 * Without a tolerance equality is an order, and a merge of two sorted arrays
 * tells. With one it is no longer transitive (0 ~ 0.1 ~ 0.2): sorted arrays are
 * still walked side by side first, which settles plain numbers; what that
 * leaves open, and is small enough, is settled by a bipartite matching.
 * What is larger must then be equal exactly.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "compare_node.h"

enum { MATCH_MOST = 256 }; /* members of each side for a bipartite matching */

struct members {
	const struct node *nodes;
	size_t count;
}; /* sorted */

struct matching {
	bool equal;
	const struct node *missing, *extra; /* the first of each; NULL when none */
	/* May these two stand for each other? NULL: exactly when they are equal. */
	bool (*close)(void *context, const struct node *expected, const struct node *got);
	void *context;
	/* Called for each pair that was found equal, for remarks; false refuses it and ends the search. */
	bool (*pair)(void *context, const struct node *expected, const struct node *got);
	bool plain; /* inside another matching: no second one, or hostile nesting would cost 2 ** depth */
	bool distinct; /* several may stand for one, as in a set */
};

void match_members(struct matching *matching, struct members expected, struct members got);
