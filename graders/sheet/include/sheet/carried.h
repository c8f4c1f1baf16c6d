/*
 * Errors carried forward: a slip costs once, and not again in all that follows from it.
 *
 * A table of answers is a list of cells. Each is right (the true value), consistent (not right, but what its rule makes of
 * the answers that it follows from), or neither: the first one that is neither, in the order of the rules, is the first
 * wrong step. Consistent cells earn `credit` of their weight as long as the errors of their own (blank cells too) number
 * at most a quarter of all cells, and one at least; with more, nothing is carried.
 *
 * Use: fill in the cells in an order in which every cell comes after those it follows from, then carried_sum(). The rule
 * is applied by who knows it, to the answers as they were given; a rule that needs a blank or unreadable answer makes
 * nothing consistent. Columns that say the same everywhere (zeros, one constant) while they should not earn nothing by
 * being consistent: their cells have `flat`.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/frac.h"

enum carried_state { CARRIED_RIGHT, CARRIED_CONSISTENT, CARRIED_WRONG, CARRIED_BLANK };

struct carried_cell {
	enum carried_state state;
	struct frac weight; /* in points; not negative */
	bool flat;
};

#define CARRIED_NONE ((size_t)-1)

struct carried_sum {
	struct frac direct; /* points of the right cells alone */
	struct frac points; /* and of what is carried; never less than `direct` */
	size_t first_wrong; /* CARRIED_NONE when every cell is right or consistent */
	size_t wrong; /* cells of the kinds WRONG and BLANK */
	bool carries; /* what is consistent was paid */
};

/* `credit`: the share of its weight that a consistent cell earns, from 0 to 1. */
int carried_sum(struct carried_sum *out, const struct carried_cell *cells, size_t count, struct frac credit,
	struct err *err) must_check;
