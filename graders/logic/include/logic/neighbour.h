/*
 * What mistake makes a right formula into this one? Found by trying the one-edit neighbours of the student's tree and
 * seeing which is right. They are tried in the order of the list below, so that the first one found is the likeliest.
 *
 * The order has two reasons. A mistake with a name that teachers know (De Morgan, the length of a bar) goes before a slip
 * of the same place. And the more freedom a kind of edit has, the more answers it explains by chance: a bar is there or
 * not, another variable can be any of fifteen, a forgotten term almost anything. So the freest kinds come last.
 */
#pragma once
#include "logic/table.h"

enum mistake {
	MISTAKE_NONE, /* no single edit makes it right */
	MISTAKE_NEGATED, /* it is the negation of what is asked */
	MISTAKE_IMPLICATION_REVERSED,
	MISTAKE_IFF_FOR_IMPLIES, /* or the other way round */
	MISTAKE_CONSTANT, /* the constant `at` should be the other one, or a variable */
	MISTAKE_DE_MORGAN, /* the bar was distributed, or put together, and + and · were not exchanged */
	MISTAKE_BAR_MISSING, /* over `at`: letters first, what is longer after the next two */
	MISTAKE_BAR_EXTRA,
	MISTAKE_BAR_TOO_LONG, /* a bar over all of `at` should be over a part of it */
	MISTAKE_BAR_TOO_SHORT, /* a bar inside `at` should reach further */
	MISTAKE_TERM_EXTRA, /* the term `at` of a sum should not be there; `better` is NULL */
	MISTAKE_PRECEDENCE, /* parentheses missing, or where there should be none */
	MISTAKE_OR_FOR_XOR, /* "or" where "either … or" is meant, or the other way round */
	MISTAKE_OPERATORS_EXCHANGED, /* + for · or · for +, at `at` */
	MISTAKE_ALL_OPERATORS_EXCHANGED, /* every + and · */
	MISTAKE_AND_FOR_IMPLIES, /* or the other way round */
	MISTAKE_FACTOR_EXTRA, /* the factor `at` of a product should not be there; `better` is NULL */
	MISTAKE_VARIABLE, /* another variable at `at` */
	MISTAKE_TERM_MISSING, /* `at` + `better` is right: `better` is a product of literals, none of them useless */
	MISTAKE_FACTOR_MISSING, /* `at` · `better` is right: `better` is a sum of literals */
	MISTAKES,
};
struct neighbour {
	enum mistake mistake;
	const struct expr *at; /* the part of the student's tree; NULL with MISTAKE_NONE */
	const struct expr *better; /* what should stand there instead, but for the four kinds above */
	const struct expr *right; /* the whole formula, mended */
	uint32_t steps; /* neighbours tried */
};
/* "de-morgan", "bar-missing", …: stable, for codes of messages. */
const char *mistake_name(enum mistake mistake);
/* What is asked, and how far to look. */
struct neighbour_wish {
	const struct table *wanted; /* wanted->variables are those that may occur */
	const struct table *care; /* the rows that count; NULL: all */
	bool implications; /* the question knows ⇒: an "and" may stand for one */
	uint32_t budget; /* neighbours to try at most; 0: NEIGHBOUR_BUDGET */
};
enum { NEIGHBOUR_NODES = 1000, NEIGHBOUR_BUDGET = 4000 };
/* The student's tree is known to be wrong; trees of more than NEIGHBOUR_NODES are not looked at. */
void neighbour_find(
	struct neighbour *out, const struct expr *expr, const struct neighbour_wish *wish, struct arena *arena);
