/*
 * A chain of single laws from one formula to another, for an exercise whose author wrote none.
 *
 * Best first: of all formulas that were reached the shortest one goes on, by every use of every allowed law, ways that
 * make it longer for a while too (b(a + ā), a + a, factoring, + over ·). Laws lead both ways, so that the search starts
 * at the longer end; ⇒, ⊕ and their like are only ever taken apart. Everything is counted; the same question always gets
 * the same chain.
 */
#pragma once
#include "logic/law.h"

struct law_path_step {
	const struct expr *expr;
	enum law law; /* that leads to it */
};
struct law_path {
	const struct law_path_step *steps; /* without the beginning */
	size_t count;
	uint32_t spent; /* of the budget, found or not */
};
enum { LAW_PATH_STEPS = 150000, LAW_PATH_LINES = 24 };
struct law_path_wish {
	const struct expr *from, *to; /* `to` NULL: where `arrives` says so */
	uint32_t allowed; /* 1 << law for each; 0: all */
	bool (*arrives)(void *asked, const struct expr *expr);
	void *asked;
	uint32_t budget; /* 0: LAW_PATH_STEPS */
};
/* Every step is one that law_explains() confirms. False when none was found. */
bool law_path_find(struct law_path *out, const struct law_path_wish *wish, unsigned variables, struct arena *arena);
