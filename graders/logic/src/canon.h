/*
 * Formulas up to order and parentheses: nested AND, OR, XOR and IFF are joined, operands sorted, and equal formulas are the
 * same object. So a law can be tried by comparing pointers.
 *
 * Everything that is built is counted, by its size; past the budget canon_spent() is true and searches give up.
 */
#pragma once
#include "logic/expr.h"
#include "logic/law.h"

struct canon {
	enum expr_op op;
	unsigned value;
	uint32_t id; /* operands are in this order, but for IMPLIES */
	uint32_t count;
	const struct canon *const *operands;
	uint64_t hash;
	uint32_t reach; /* LAW_BIT() of each law that has something to do here or below; law_reach.c */
	struct canon *next; /* of the same bucket */
	uint32_t memo_use; /* of law_normal.c: the last set of laws, and what came out */
	const struct canon *memo;
	uint32_t seen; /* of law_search.c: the number of the last search that met it */
};

/* Sets of laws: bit `law`, and one for distributivity of + over ·. */
#define LAW_BIT(law)        ((uint32_t)1 << (law))
#define DUAL_DISTRIBUTIVITY LAW_BIT(LAWS)

enum { CANON_BUCKETS = 512 };
struct canons {
	struct arena *arena;
	struct canon **buckets;
	uint32_t next_id, searches;
	uint32_t steps, budget;
};

/* What of canon->reach is due to its own operator and operands. */
uint32_t law_reach(const struct canon *canon);

void canon_open(struct canons *canons, struct arena *arena);
static inline bool canon_spent(const struct canons *canons)
{
	return canons->steps >= canons->budget;
}
const struct canon *canon_of(struct canons *canons, const struct expr *expr);
const struct expr *canon_expr(const struct canon *canon, struct arena *arena);

const struct canon *canon_constant(struct canons *canons, bool value);
/* Joins, sorts. A single operand of AND, OR, XOR or IFF is itself; no operand at all is their neutral element. */
const struct canon *canon_make(
	struct canons *canons, enum expr_op op, const struct canon *const *operands, size_t count);
const struct canon *canon_pair(struct canons *canons, enum expr_op op, const struct canon *a, const struct canon *b);
const struct canon *canon_not(struct canons *canons, const struct canon *canon);
const struct canon *canon_complement(struct canons *canons, const struct canon *canon); /* takes a bar off if it can */
/* With operand i replaced; without it when `by` is NULL. */
const struct canon *canon_with(struct canons *canons, const struct canon *canon, size_t i, const struct canon *by);

/* Operands as a sorted list: those of `op`, or the formula alone. */
struct factors {
	const struct canon *const *list;
	size_t count;
	const struct canon *alone;
};
void factors_of(struct factors *out, const struct canon *canon, enum expr_op op);
bool factors_have(const struct factors *factors, const struct canon *canon);
/* As multisets: is each of `few` among `many`? */
bool factors_within(const struct factors *few, const struct factors *many);

static inline bool canon_sum_or_product(const struct canon *canon)
{
	return canon->op == EXPR_AND || canon->op == EXPR_OR;
}
static inline enum expr_op canon_dual(enum expr_op op)
{
	return op == EXPR_AND ? EXPR_OR : EXPR_AND;
}
/* Are they x and the bar over x? */
static inline bool canon_opposite(const struct canon *a, const struct canon *b)
{
	return (a->op == EXPR_NOT && a->operands[0] == b) || (b->op == EXPR_NOT && b->operands[0] == a);
}
