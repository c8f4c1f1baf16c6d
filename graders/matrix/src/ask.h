/*
 * What an author asks, written again with something changed: how inverses become inverses modulo n, and how the known
 * mistakes are tried on the author's own formula.
 */
#pragma once
#include "exact/formula.h"

struct rewriting {
	/* Writes something else for this part of the formula; false: it is written as it is. */
	bool (*part)(struct buf *out, const struct formula *formula, const struct rewriting *rewriting);
	const void *context;
	struct arena *arena;
};

/* Appends the formula, each operand in parentheses. */
void ask_write(struct buf *out, const struct formula *formula, const struct rewriting *rewriting);
/* How a formula says that it is a power by a written exponent: *exponent, else false. bool_power() is one too. */
bool ask_exponent(long *exponent, const struct formula *formula);
bool ask_calls(const struct formula *formula, const char *function);
/* Evaluates to a matrix; NULL where it does not. */
const struct matrix *ask_matrix(const struct formula *formula, const struct binding *bindings, size_t count,
	size_t *steps, struct arena *arena);
/* "A × B", "M[3]" for a Boolean power: a part of a formula for a reader (shown.c). */
const char *ask_shown(const struct formula *formula, struct arena *arena);
bool ask_is_boolean(const struct formula *formula);
/* A formula without what stands around it that is done cell by cell at the end: mod, boolean. */
const struct formula *ask_inside(const struct formula *formula);
