/*
 * The hunt for a mistake: the student's tree laid out in an array, with what each part is worth in 64 rows at a time, and
 * what it should be worth for the whole to be right.
 *
 * Each place has a hole: `one` are the rows where it must be 1, `zero` those where it must be 0; in the others it does not
 * matter, or nothing that stands there helps (then the place is hopeless). So a neighbour of the tree that differs at
 * one place costs one comparison, however large the rest.
 *
 * Up to six variables the 64 rows are all there are. Beyond, they are a sample, in which most neighbours fail; what
 * passes is built and compared in full, and a row that refutes it joins the sample.
 */
#pragma once
#include "logic/neighbour.h"

enum { NO_PLACE = UINT32_MAX, SAMPLE = 64 };

struct place {
	const struct expr *expr;
	uint32_t parent; /* NO_PLACE for the root, which is place 0 */
	uint32_t first; /* its operands are places first … first + expr->count - 1 */
	uint64_t value;
	uint64_t one, zero;
	uint64_t others; /* the other operands of the parent, taken together by the parent's operator */
	uint64_t spare; /* for one way of trying at a time */
	bool hopeless;
};

struct hunt {
	struct place *places; /* parents before their operands */
	uint32_t count;
	unsigned variables;
	uint64_t pattern[VARIABLES_MAX]; /* of each variable in the rows at hand */
	const struct table *wanted, *care;
	bool implications; /* an "and" may stand for ⇒ */
	bool sampled;
	uint32_t rows[SAMPLE], next; /* of a sample */
	uint32_t steps, budget;
	struct arena *arena;
	struct neighbour *out;
};

/* False when the tree has more than NEIGHBOUR_NODES parts. */
bool hunt_open(struct hunt *hunt, const struct expr *expr);
/* Works out values and holes in the rows of a word of the tables; in the sample or, without one, in all rows. */
void hunt_word(struct hunt *hunt, size_t word);
void hunt_rows(struct hunt *hunt);

static inline bool hunt_spent(const struct hunt *hunt)
{
	return hunt->steps >= hunt->budget;
}
static inline enum expr_op hunt_op(const struct hunt *hunt, uint32_t at)
{
	return hunt->places[at].expr->op;
}
static inline enum expr_op hunt_parent_op(const struct hunt *hunt, uint32_t at)
{
	return hunt->places[at].parent == NO_PLACE ? EXPR_CONSTANT : hunt_op(hunt, hunt->places[at].parent);
}
/* Would the whole be right if `at` had this value? */
bool hunt_fits(struct hunt *hunt, uint32_t at, uint64_t value);
/* What `at` is worth when operands i … j (j excluded) are one operand of this value. */
uint64_t hunt_with(const struct hunt *hunt, uint32_t at, size_t i, size_t j, uint64_t value);
/* Operands i … j taken together by an operator. */
uint64_t hunt_run(const struct hunt *hunt, uint32_t at, size_t i, size_t j, enum expr_op op);

/* The same as trees. */
const struct expr *hunt_with_expr(const struct hunt *hunt, uint32_t at, size_t i, size_t j, const struct expr *operand);
const struct expr *hunt_run_expr(const struct hunt *hunt, uint32_t at, size_t i, size_t j, enum expr_op op);
const struct expr *hunt_negation(const struct hunt *hunt, const struct expr *expr); /* takes a bar off where it can */

/* Says that this is the mistake: `better` instead of `at`. False when the rows outside the sample refute it. */
bool hunt_found(struct hunt *hunt, enum mistake mistake, uint32_t at, const struct expr *better);
/* The same with the place that is told, and the part that is told as better, apart from what is replaced. */
bool hunt_found_as(struct hunt *hunt, enum mistake mistake, uint32_t replaced, const struct expr *replacement,
	const struct expr *at, const struct expr *better);

/* The ways of trying; each returns whether it found. */
bool try_negation(struct hunt *hunt);
bool try_de_morgan(struct hunt *hunt);
bool try_letter_bars(struct hunt *hunt);
bool try_bar_too_long(struct hunt *hunt);
bool try_bar_too_short(struct hunt *hunt);
bool try_long_bars(struct hunt *hunt);
bool try_implication_reversed(struct hunt *hunt);
bool try_iff_for_implies(struct hunt *hunt);
bool try_and_for_implies(struct hunt *hunt);
bool try_parentheses(struct hunt *hunt);
bool try_xor(struct hunt *hunt);
bool try_operators(struct hunt *hunt);
bool try_all_operators(struct hunt *hunt);
bool try_constants(struct hunt *hunt);
bool try_variables(struct hunt *hunt);
bool try_extra_factor(struct hunt *hunt);
bool try_extra_term(struct hunt *hunt);
bool try_missing_term(struct hunt *hunt);
bool try_missing_factor(struct hunt *hunt);
