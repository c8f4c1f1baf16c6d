/*
 * What mistake makes a right formula into this one? Found by trying the one-edit neighbours of the student's tree and
 * seeing which is right. Neighbours are tried in a fixed order, the likeliest mistake first.
 */
#pragma once
#include "logic/table.h"

enum mistake {
	MISTAKE_NONE, /* no single edit makes it right */
	MISTAKE_NEGATED, /* it is the negation of what is asked */
	MISTAKE_DE_MORGAN, /* a bar over a product became a product of bars (or sum of bars from a sum) */
	MISTAKE_BAR_MISSING, /* over `at` */
	MISTAKE_BAR_EXTRA,
	MISTAKE_BAR_TOO_LONG, /* it should cover only `better`, a part of `at` */
	MISTAKE_BAR_TOO_SHORT,
	MISTAKE_OPERATORS_EXCHANGED, /* + for · or · for +, at `at` */
	MISTAKE_ALL_OPERATORS_EXCHANGED, /* the dual is right */
	MISTAKE_OR_FOR_XOR, /* "or" where "either … or" is meant, or the other way round */
	MISTAKE_IMPLICATION_REVERSED,
	MISTAKE_IFF_FOR_IMPLIES, /* or the other way round */
	MISTAKE_VARIABLE, /* another variable at `at` */
	MISTAKE_PRECEDENCE, /* parentheses missing: `better` is the formula as meant */
	MISTAKE_TERM_EXTRA, /* the operand `at` should not be there */
	MISTAKE_TERM_MISSING, /* a term is forgotten: `better` is it (a consensus or another product) */
};
struct neighbour {
	enum mistake mistake;
	const struct expr *at; /* the part of the student's tree */
	const struct expr *better; /* what would stand there instead; NULL when nothing */
	uint32_t steps; /* neighbours tried */
};
/* `wanted` in the rows where `care` is 1 (NULL: all). Tries at most `budget` neighbours (0: 4 000). The student's tree
 * is known to be wrong. */
void neighbour_find(struct neighbour *out, const struct expr *expr, const struct table *wanted,
	const struct table *care, uint32_t budget, struct arena *arena);
