/*
 * Sets of real numbers: finite unions of intervals, exactly.
 *
 * Such a set is the list of the cuts where one enters and leaves it, from −∞ to +∞. A cut lies just before or just after
 * a number, which says whether the number itself is in. The list is sorted and no two cuts are the same, so the same set
 * has the same cuts, and every operation is one pass over two lists.
 */
#pragma once
#include "sets/element.h"

enum { REALS_CUTS_MAX = 400 };

struct cut {
	const struct number *at; /* NULL: −∞ as an entry, +∞ as an exit */
	bool after; /* just after the number */
};

struct reals {
	const struct cut *cuts; /* entry, exit, entry, exit, … */
	size_t count; /* even */
};

struct interval {
	const struct number *from, *to; /* NULL: infinite */
	bool from_in, to_in; /* the bound itself is in */
};

/* NULL when there is nothing in it that one could write as an interval: from above to. ]a;a[ is empty. */
const struct reals *reals_interval(const struct interval *interval, struct arena *arena);
const struct reals *reals_points(const struct element *set, struct arena *arena); /* NULL unless all are numbers */
const struct reals *reals_union(const struct reals *a, const struct reals *b, struct arena *arena);
const struct reals *reals_intersection(const struct reals *a, const struct reals *b, struct arena *arena);
const struct reals *reals_minus(const struct reals *a, const struct reals *b, struct arena *arena);
const struct reals *reals_symmetric(const struct reals *a, const struct reals *b, struct arena *arena);
bool reals_same(const struct reals *a, const struct reals *b);
bool reals_has(const struct reals *set, const struct number *number);
size_t reals_intervals(const struct reals *set);
struct interval reals_at(const struct reals *set, size_t index);
/* The numbers, where it is but a few points; else NULL. */
const struct element *reals_as_points(const struct reals *set, struct arena *arena);

const char *reals_text(const struct reals *set, struct arena *arena); /* "]−∞ ; 4] ∪ {7}" */
void reals_latex(struct buf *out, const struct reals *set);
void reals_mathml(struct buf *out, const struct reals *set);
