/*
 * Matrices of exact numbers, in an arena. Sizes are small (MATRIX_SIDE_MAX) and so are their cells (exact/number.h): what
 * does not fit gives NULL, and so does what is not defined (sizes that do not go together, no inverse). NULL goes through.
 */
#pragma once
#include "exact/number.h"

enum { MATRIX_SIDE_MAX = 20, MATRIX_POWER_MAX = 64 };

struct matrix {
	size_t rows, columns;
	const struct number *const *cells; /* row by row; none is NULL */
};

static inline const struct number *matrix_at(const struct matrix *a, size_t i, size_t j)
{
	return a->cells[i * a->columns + j];
}

/* Takes the list, which belongs to the arena; NULL when a cell is NULL. */
const struct matrix *matrix_of(size_t rows, size_t columns, const struct number *const *cells, struct arena *arena);
const struct matrix *matrix_identity(size_t side, struct arena *arena);
const struct matrix *matrix_add(const struct matrix *a, const struct matrix *b, struct arena *arena);
const struct matrix *matrix_sub(const struct matrix *a, const struct matrix *b, struct arena *arena);
const struct matrix *matrix_mul(const struct matrix *a, const struct matrix *b, struct arena *arena);
const struct matrix *matrix_scale(const struct matrix *a, const struct number *by, struct arena *arena);
const struct matrix *matrix_termwise(const struct matrix *a, const struct matrix *b, struct arena *arena);
const struct matrix *matrix_power(
	const struct matrix *a, long exponent, struct arena *arena); /* negative: of the inverse */
const struct matrix *matrix_inverse(const struct matrix *a, struct arena *arena);
const struct matrix *matrix_transpose(const struct matrix *a, struct arena *arena);
const struct number *matrix_determinant(const struct matrix *a, struct arena *arena);
size_t matrix_rank(const struct matrix *a, struct arena *arena); /* SIZE_MAX when a number does not fit on the way */
/* Every cell modulo n, 0 ≤ cell < n; whole numbers only. Its inverse modulo n. */
const struct matrix *matrix_mod(const struct matrix *a, const struct number *n, struct arena *arena);
const struct matrix *matrix_inverse_mod(const struct matrix *a, const struct number *n, struct arena *arena);
/* 1 where a cell is not zero. Boolean sum, product, power: of 0 and 1, with or and and. */
const struct matrix *matrix_boolean(const struct matrix *a, struct arena *arena);
const struct matrix *matrix_boolean_add(const struct matrix *a, const struct matrix *b, struct arena *arena);
const struct matrix *matrix_boolean_mul(const struct matrix *a, const struct matrix *b, struct arena *arena);
const struct matrix *matrix_boolean_power(const struct matrix *a, long exponent, struct arena *arena);
bool matrix_same(const struct matrix *a, const struct matrix *b); /* false when either is NULL */

/* "1 2 / 3 4" on one line (cells as number_plain()); rows with ends of line when `lines`. */
const char *matrix_text(const struct matrix *a, bool lines, struct arena *arena);
/* As number_latex() and number_mathml(): without what says that mathematics begin. */
void matrix_latex(struct buf *out, const struct matrix *a);
void matrix_mathml(struct buf *out, const struct matrix *a);
