/*
 * Sums of products as sets of terms: prime implicants, minimal covers, what is wrong with a cover.
 *
 * A product of sums is the same work on the complement: the sums that make up f are the negated terms that cover
 * not-f. So everything here speaks of terms and of rows to cover, and logic/form.h turns it into words.
 *
 * The cost of a cover is its number of terms, then of literals. Minimal covers are exact up to six variables, by
 * essential primes, dominance and branch and bound; each step is counted, so that the same function always takes
 * the same work, and running out is told, never guessed around.
 */
#pragma once
#include "base/err.h"
#include "logic/table.h"

enum { COVER_VARIABLES_MAX = 6, COVERS_LISTED_MAX = 1000, COVER_STEPS = 100000000 };

/* A product of literals: it holds in row r when (r & care) == value. care == 0 is the constant 1. */
struct term {
	uint32_t care, value;
};

/* What is asked of a cover: all rows of `ones`, none outside ones and `any`. */
struct target {
	struct table ones;
	struct table any; /* don't care; disjoint from ones */
};

struct cover {
	const struct term *terms;
	size_t count;
};

struct cost {
	unsigned terms, literals;
};

/* The minimal covers of a target. */
struct minima {
	struct cost cost;
	const struct cover *list; /* terms in the order of cover_sort(); covers in a fixed order */
	size_t count; /* up to what was asked */
	bool more; /* there are others beyond `list` */
	uint64_t steps; /* that it took */
};

uint32_t term_bit(unsigned variables, unsigned v); /* the bit of variable v in care and value */
unsigned term_literals(struct term term);
struct table term_table(struct term term, unsigned variables, struct arena *arena);
struct table cover_table(const struct cover *cover, unsigned variables, struct arena *arena);
struct cost cover_cost(const struct cover *cover);
int cost_compare(struct cost a, struct cost b);
/* Fixed order of terms: fewer literals first, then earlier variables, then true before barred: a, ab, ab', bc. Copies. */
struct cover cover_sort(const struct cover *cover, struct arena *arena);
bool cover_same(const struct cover *a, const struct cover *b); /* as sets */

/* All prime implicants of ones ∪ any that cover a row of ones, in the order of cover_sort(). Up to COVER_VARIABLES_MAX;
 * ERR_TOO_LARGE beyond. */
int cover_primes(struct cover *out, const struct target *target, struct arena *arena, struct err *err) must_check;
/* The minimal covers, at most `list` of them (up to COVERS_LISTED_MAX). With 0 only the cost is found: cheapest, and
 * `more` is true. A longer list begins with the shorter one.
 * ERR_TOO_LARGE beyond six variables or when `steps` (0: COVER_STEPS) run out. A constant-0 target has one minimal
 * cover, the empty one; a constant-1 target the term without literals. */
int cover_minima(struct minima *out, const struct target *target, size_t list, uint64_t steps, struct arena *arena,
	struct err *err) must_check;

/* The cost alone, of what a student has chosen and may have chosen to be hard: when `steps` (0: CHEAPEST_STEPS, some
 * milliseconds) run out, that of the cheapest cover found by then, and `exact` is false. The same target always gets the
 * same. ERR_TOO_LARGE beyond six variables, or when not one cover was found. */
enum { CHEAPEST_STEPS = 2000000 };
struct cheapest {
	struct cost cost;
	bool exact;
	uint64_t steps;
};
int cover_cheapest(struct cheapest *out, const struct target *target, uint64_t steps, struct arena *arena,
	struct err *err) must_check;

/* What is wrong with a cover, in this order. */
enum cover_fault {
	COVER_MINIMAL,
	COVER_HOLDS_ZERO, /* `term` holds in `row`, which must be 0 */
	COVER_MISSES_ONE, /* no term holds in `row`, which must be 1 */
	COVER_USELESS_LITERAL, /* `term` stays an implicant without variable `variable` */
	COVER_REDUNDANT_TERM, /* the other terms cover all that `term` must; the longest such term, the last of equals */
	COVER_TOO_MANY_TERMS, /* irredundant, and fewer terms are possible: `best` */
	COVER_TOO_MANY_LITERALS, /* as few terms as possible, but not as few literals */
};
struct cover_judgement {
	enum cover_fault fault;
	size_t term; /* index in the cover */
	unsigned variable;
	uint32_t row;
	struct cost cost, best; /* of this cover, of a minimal one */
};
/* Judges against the target and the cost of its minimal covers. Any number of variables up to 16 as far as
 * COVER_REDUNDANT_TERM; `best` may be NULL: then it stops there, and COVER_MINIMAL says that nothing was found. */
void cover_judge(struct cover_judgement *out, const struct cover *cover, const struct target *target,
	const struct cost *best, struct arena *arena);
