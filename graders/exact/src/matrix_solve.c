/* Inverse, determinant and rank by Gauss and Jordan, over the rationals. */
#include "exact/matrix.h"
#include <stdint.h>

/* A matrix being reduced, `width` cells a row. */
struct work {
	struct arena *arena;
	const struct number **cells;
	size_t rows, width;
};

static void swap_rows(struct work *work, size_t a, size_t b)
{
	for (size_t j = 0; j < work->width; j++) {
		const struct number *kept = work->cells[a * work->width + j];

		work->cells[a * work->width + j] = work->cells[b * work->width + j];
		work->cells[b * work->width + j] = kept;
	}
}

/* Row `a` minus `by` times row `from`; false when a number does not fit. */
static bool take_away(struct work *work, size_t a, size_t from, const struct number *by)
{
	for (size_t j = 0; j < work->width; j++) {
		const struct number **cell = &work->cells[a * work->width + j];

		*cell = number_sub(
			*cell, number_mul(by, work->cells[from * work->width + j], work->arena), work->arena);
		if (*cell == NULL)
			return false;
	}
	return true;
}

/* A row from `at` on whose cell in `column` is not zero; work->rows when there is none. */
static size_t find_pivot(const struct work *work, size_t at, size_t column)
{
	while (at < work->rows && number_is_zero(work->cells[at * work->width + column]))
		at++;
	return at;
}

/* Divides a row by its own cell in `column`; false when a number does not fit. */
static bool make_one(struct work *work, size_t row, size_t column)
{
	const struct number *pivot = work->cells[row * work->width + column];

	for (size_t j = 0; j < work->width; j++) {
		const struct number **cell = &work->cells[row * work->width + j];

		*cell = number_div(*cell, pivot, work->arena);
		if (*cell == NULL)
			return false;
	}
	return true;
}

/* Reduces the first `columns` columns. Returns the rank, and the product of the pivots with its sign in *determinant
 * (NULL when it does not fit); SIZE_MAX when a number does not fit. */
static size_t reduce(struct work *work, size_t columns, const struct number **determinant)
{
	size_t rank = 0;

	*determinant = number_of(1, work->arena);
	for (size_t column = 0; column < columns && rank < work->rows; column++) {
		size_t pivot = find_pivot(work, rank, column);

		if (pivot == work->rows)
			continue;
		if (pivot != rank) {
			swap_rows(work, pivot, rank);
			*determinant = number_neg(*determinant, work->arena);
		}
		*determinant = number_mul(*determinant, work->cells[rank * work->width + column], work->arena);
		if (!make_one(work, rank, column))
			return SIZE_MAX;
		for (size_t i = 0; i < work->rows; i++)
			if (i != rank && !take_away(work, i, rank, work->cells[i * work->width + column]))
				return SIZE_MAX;
		rank++;
	}
	return rank;
}

/* The matrix, and the identity on its right where `beside`. */
static struct work begin(const struct matrix *a, bool beside, struct arena *arena)
{
	size_t width = beside ? 2 * a->columns : a->columns;
	struct work work = { arena, arena_array(arena, a->rows * width, sizeof(const struct number *)), a->rows,
		width };
	const struct number *zero = number_of(0, arena), *one = number_of(1, arena);

	for (size_t i = 0; i < a->rows; i++) {
		for (size_t j = 0; j < width; j++)
			work.cells[i * width + j] = j < a->columns        ? matrix_at(a, i, j)
						    : j - a->columns == i ? one
									  : zero;
	}
	return work;
}

const struct matrix *matrix_inverse(const struct matrix *a, struct arena *arena)
{
	const struct number *determinant, **cells;
	struct work work;

	if (a == NULL || a->rows != a->columns)
		return NULL;
	work = begin(a, true, arena);
	if (reduce(&work, a->columns, &determinant) != a->rows)
		return NULL;
	cells = arena_array(arena, a->rows * a->columns, sizeof(const struct number *));
	for (size_t i = 0; i < a->rows; i++)
		for (size_t j = 0; j < a->columns; j++)
			cells[i * a->columns + j] = work.cells[i * work.width + a->columns + j];
	return matrix_of(a->rows, a->columns, cells, arena);
}

/*
 * Modulo a composite n no cell of a column need have an inverse although the matrix has one: [[2, 3], [3, 2]] modulo 6.
 * The inverse over the rationals times the determinant is whole; that times the determinant's inverse modulo n is it.
 */
const struct matrix *matrix_inverse_mod(const struct matrix *a, const struct number *n, struct arena *arena)
{
	const struct number *determinant;
	const struct matrix *over;

	/* diag(1/2, 2, 2) has whole cofactors: the cells themselves must be whole. */
	a = matrix_mod(a, n, arena);
	determinant = matrix_determinant(a, arena);
	if (determinant == NULL)
		return NULL;
	over = number_is_zero(determinant) ? NULL : matrix_inverse(a, arena);
	return matrix_mod(
		matrix_scale(matrix_scale(over, determinant, arena), number_inverse_mod(determinant, n, arena), arena),
		n, arena);
}

const struct number *matrix_determinant(const struct matrix *a, struct arena *arena)
{
	const struct number *determinant;
	struct work work;
	size_t rank;

	if (a == NULL || a->rows != a->columns)
		return NULL;
	work = begin(a, false, arena);
	rank = reduce(&work, a->columns, &determinant);
	if (rank == SIZE_MAX)
		return NULL;
	return rank == a->rows ? determinant : number_of(0, arena);
}

size_t matrix_rank(const struct matrix *a, struct arena *arena)
{
	const struct number *determinant;
	struct work work;

	if (a == NULL)
		return SIZE_MAX;
	work = begin(a, false, arena);
	return reduce(&work, a->columns, &determinant);
}
