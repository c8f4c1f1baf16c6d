/*
 * Inside quantified statements: grounding with edits. An edit changes how a node of the tree is grounded, so that no
 * tree is made to try one.
 */
#pragma once
#include "logic/predicate.h"

struct edit {
	enum statement_mistake mistake; /* STATEMENT_RIGHT: none */
	const struct expr *at;
};
enum { EDITS_MAX = 2 };
/* NULL when it would be too large. */
const struct expr *statement_ground_edited(const struct statement *statement, const struct world *world,
	const struct edit *edits, size_t count, struct arena *arena);
