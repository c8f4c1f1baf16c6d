/*
 * How laws are tried.
 *
 * Most laws have a normal form (law_normal.c): using the law from left to right until nothing changes gives the same formula
 * whatever the order. Two lines are then one law apart when their normal forms are equal, wherever, however often and in
 * whichever direction it was used, and no search is needed. A law is often used together with a trifle that nobody
 * writes down (¬(ab̄) = ā + b, with a double negation): such silent laws are added to both normal forms, and must not
 * explain the step alone.
 *
 * The other laws are tried step by step, from either line towards the other (law_search.c).
 */
#pragma once
#include "canon.h"

/* Of ⊕ ⇒ ⇔ ↑ ↓ with a constant, or with x and x or x̄ (law_constants.c): what goes by the name that the same law has for
 * + and ·, and what rather goes by the sign's definition. */
#define OF_SIGNS      LAW_BIT(LAWS + 1)
#define BY_DEFINITION LAW_BIT(LAWS + 2)
/* What the definitions of ⊕ and ⇔ leave beside a bar or a constant, and nobody writes. */
#define LAW_BARS (LAW_BIT(LAW_DOUBLE_NEGATION) | LAW_BIT(LAW_CONSTANT))
enum { EXPANDED_MAX = 256 }; /* operands of an expanded formula */

struct rewrites;
/* What the law makes of a formula in each of the ways in which it is understood, strict or loose; none for one that is
 * searched. */
void law_normals(struct rewrites *out, struct canons *canons, enum law law, bool loose, const struct canon *canon);
/* NULL when the budget is spent or the formula grows too large. */
const struct canon *law_normal(struct canons *canons, const struct canon *canon, uint32_t use);

/* One use of the laws at the top of a formula whose sign is ⊕ ⇒ ⇔ ↑ or ↓; the same when none applies. */
const struct canon *law_of_sign(struct canons *canons, const struct canon *canon, uint32_t use);

/* Can this law be tried step by step? */
bool law_searched(enum law law);
/* `loose`: with what is often done in the same breath. */
bool law_search(struct canons *canons, enum law law, bool loose, const struct canon *a, const struct canon *b);
/* One use of the law, the first that is found; NULL when there is none. */
const struct canon *law_step(struct canons *canons, enum law law, const struct canon *canon);

/* All formulas that one use of the law anywhere makes of this one. */
struct rewrites {
	const struct canon **list;
	size_t count, room;
};
void law_rewrites(struct rewrites *out, struct canons *canons, enum law law, bool loose, const struct canon *canon);
void rewrites_add(struct rewrites *out, struct canons *canons, const struct canon *canon);
/* At the top of the formula only: law_terms.c for sums and products of terms, law_signs.c for ⊕ ⇒ ⇔. */
void rewrite_redundancy(struct rewrites *out, struct canons *canons, const struct canon *canon);
void rewrite_adjacency(struct rewrites *out, struct canons *canons, const struct canon *canon, bool loose);
void rewrite_consensus(struct rewrites *out, struct canons *canons, const struct canon *canon, bool loose);
void rewrite_xor(struct rewrites *out, struct canons *canons, const struct canon *canon);
void rewrite_equivalence(struct rewrites *out, struct canons *canons, const struct canon *canon);
void rewrite_contraposition(struct rewrites *out, struct canons *canons, const struct canon *canon);
/* Is every term of `few` that is not in `many` made of terms of `many` that are not in `few`, as ab is of abc and abc̄? */
bool adjacency_expands(struct canons *canons, const struct canon *few, const struct canon *many);
