/*
 * Expressions over sets: A ∪ (B ∩ C), ∁A, A × B, P(E), card(A), intervals. As trees, and what they are worth.
 *
 * A value is a finite set, a set of real numbers or, of a cardinal, a number. Whatever is finite is a finite set: [2;2] is
 * {2}, so that equal values are the same. Work is bounded by the caps of sets/element.h and sets/reals.h.
 */
#pragma once
#include "base/slip.h"
#include "sets/reals.h"

enum set_op {
	SET_NAME,
	SET_LITERAL,
	SET_UNION,
	SET_INTERSECTION,
	SET_MINUS,
	SET_SYMMETRIC,
	SET_COMPLEMENT,
	SET_PRODUCT,
	SET_POWER,
	SET_CARDINAL
};
enum set_value_kind { SETS_FINITE, SETS_REALS, SETS_NUMBER };

struct set_value {
	enum set_value_kind kind;
	const struct element *set;
	const struct reals *reals;
	const struct number *number;
};

struct set_expr {
	enum set_op op;
	const char *name;
	struct set_value literal;
	const struct set_expr *const *operands;
	size_t count;
};

struct set_binding {
	const char *name;
	struct set_value value;
};
struct set_world {
	const struct set_binding *bindings;
	size_t count;
	const char *universe; /* one of the names; NULL: nothing has a complement */
};

const struct set_expr *set_expr_name(const char *name, struct arena *arena);
const struct set_expr *set_expr_literal(struct set_value value, struct arena *arena);
/* The list is copied. */
const struct set_expr *set_expr_of(
	enum set_op op, const struct set_expr *const *operands, size_t count, struct arena *arena);

struct set_value set_value_finite(const struct element *set);
/* Finite where it is but points. */
struct set_value set_value_reals(const struct reals *reals, struct arena *arena);
bool set_value_same(const struct set_value *a, const struct set_value *b);
/* What `name` is bound to; NULL. */
const struct set_value *set_world_find(const struct set_world *world, const char *name);
/* -1 and the slip (without a place): an unknown name, no universe, what does not go together or does not fit. */
int set_expr_value(struct set_value *out, const struct set_expr *expr, const struct set_world *world,
	struct arena *arena, struct slip *slip) must_check;

/* ---- the mistakes that one makes ---- */

enum set_mistake {
	MISTAKE_UNION, /* ∪ instead of ∩ */
	MISTAKE_INTERSECTION, /* ∩ instead of ∪ */
	MISTAKE_REVERSED, /* B \ A instead of A \ B */
	MISTAKE_KEPT, /* A ∩ B instead of A \ B */
	MISTAKE_NOT_REMOVED, /* A ∪ B instead of A \ B */
	MISTAKE_BOTH_KEPT, /* A ∪ B instead of A Δ B */
	MISTAKE_ONE_SIDE, /* A \ B or B \ A instead of A Δ B */
	MISTAKE_NO_COMPLEMENT, /* A instead of its complement */
	MISTAKE_UNIVERSE, /* complement in another set, `name`, or in all of them together (NULL) */
	MISTAKE_DE_MORGAN, /* ∁A ∪ ∁B instead of ∁(A ∪ B) */
	MISTAKE_PRODUCT_ORDER, /* B × A */
	MISTAKE_PRODUCT_UNION, /* A ∪ B instead of A × B */
	MISTAKE_NO_POWER, /* E instead of P(E) */
	MISTAKE_COUNTED_TWICE, /* of cardinals: card A + card B */
	MISTAKE_SUM, /* card A + card B instead of card A × card B */
	MISTAKE_DOUBLE, /* 2n instead of 2ⁿ */
	MISTAKE_SQUARE, /* n² instead of 2ⁿ */
};

struct set_neighbour {
	enum set_mistake mistake;
	struct set_value value; /* what the whole is worth with it */
	const struct set_expr *part; /* where it was made, as it should be */
	const char *name;
};
enum { SET_NEIGHBOURS_MAX = 96 };
/* What `expr` would be worth with each mistake, the likely ones first. Returns how many there are in `out`. */
size_t set_neighbours(struct set_neighbour out[SET_NEIGHBOURS_MAX], const struct set_expr *expr,
	const struct set_world *world, struct arena *arena);

/* ---- printing ---- */

const char *set_expr_text(const struct set_expr *expr, struct arena *arena); /* reads back */
void set_expr_latex(struct buf *out, const struct set_expr *expr);
void set_expr_mathml(struct buf *out, const struct set_expr *expr); /* without <math> */
const char *set_value_text(const struct set_value *value, size_t most, struct arena *arena);
