/* Matrices by definition: their cells are numbers whose sizes are bounded one by one, which FLINT's own matrices are not. */
#include "exact/matrix.h"

static bool fits(size_t rows, size_t columns)
{
	return rows > 0 && columns > 0 && rows <= MATRIX_SIDE_MAX && columns <= MATRIX_SIDE_MAX;
}

const struct matrix *matrix_of(size_t rows, size_t columns, const struct number *const *cells, struct arena *arena)
{
	struct matrix *made;

	if (!fits(rows, columns))
		return NULL;
	for (size_t i = 0; i < rows * columns; i++)
		if (cells[i] == NULL)
			return NULL;
	made = arena_alloc(arena, sizeof(*made));
	*made = (struct matrix){ rows, columns, cells };
	return made;
}

static const struct number **room(size_t rows, size_t columns, struct arena *arena)
{
	return arena_array(arena, rows * columns, sizeof(const struct number *));
}

const struct matrix *matrix_identity(size_t side, struct arena *arena)
{
	const struct number **cells, *zero = number_of(0, arena), *one = number_of(1, arena);

	if (!fits(side, side))
		return NULL;
	cells = room(side, side, arena);
	for (size_t i = 0; i < side * side; i++)
		cells[i] = i % (side + 1) == 0 ? one : zero;
	return matrix_of(side, side, cells, arena);
}

static const struct matrix *each(const struct matrix *a, const struct matrix *b, struct arena *arena,
	const struct number *(*work)(const struct number *, const struct number *, struct arena *))
{
	const struct number **cells;

	if (a == NULL || b == NULL || a->rows != b->rows || a->columns != b->columns)
		return NULL;
	cells = room(a->rows, a->columns, arena);
	for (size_t i = 0; i < a->rows * a->columns; i++)
		cells[i] = work(a->cells[i], b->cells[i], arena);
	return matrix_of(a->rows, a->columns, cells, arena);
}

const struct matrix *matrix_add(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	return each(a, b, arena, number_add);
}

const struct matrix *matrix_sub(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	return each(a, b, arena, number_sub);
}

const struct matrix *matrix_termwise(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	return each(a, b, arena, number_mul);
}

const struct matrix *matrix_scale(const struct matrix *a, const struct number *by, struct arena *arena)
{
	const struct number **cells;

	if (a == NULL || by == NULL)
		return NULL;
	cells = room(a->rows, a->columns, arena);
	for (size_t i = 0; i < a->rows * a->columns; i++)
		cells[i] = number_mul(a->cells[i], by, arena);
	return matrix_of(a->rows, a->columns, cells, arena);
}

const struct matrix *matrix_mul(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	const struct number **cells, *zero = number_of(0, arena);

	if (a == NULL || b == NULL || a->columns != b->rows)
		return NULL;
	cells = room(a->rows, b->columns, arena);
	for (size_t i = 0; i < a->rows; i++) {
		for (size_t j = 0; j < b->columns; j++) {
			const struct number *sum = zero;

			for (size_t k = 0; k < a->columns; k++)
				sum = number_add(sum, number_mul(matrix_at(a, i, k), matrix_at(b, k, j), arena), arena);
			cells[i * b->columns + j] = sum;
		}
	}
	return matrix_of(a->rows, b->columns, cells, arena);
}

/* By squaring; `work` is an associative product. */
static const struct matrix *power(const struct matrix *a, unsigned long exponent, const struct matrix *one,
	struct arena *arena, const struct matrix *(*work)(const struct matrix *, const struct matrix *, struct arena *))
{
	const struct matrix *made = one;

	for (; exponent > 0; exponent >>= 1) {
		if (exponent & 1)
			made = work(made, a, arena);
		if (exponent > 1)
			a = work(a, a, arena);
		if (made == NULL || a == NULL)
			return NULL;
	}
	return made;
}

static bool has_power(const struct matrix *a, long exponent)
{
	return a != NULL && a->rows == a->columns && exponent <= MATRIX_POWER_MAX && exponent >= -MATRIX_POWER_MAX;
}

const struct matrix *matrix_power(const struct matrix *a, long exponent, struct arena *arena)
{
	if (!has_power(a, exponent))
		return NULL;
	if (exponent < 0)
		a = matrix_inverse(a, arena);
	if (a == NULL)
		return NULL;
	return power(a, (unsigned long)(exponent < 0 ? -exponent : exponent), matrix_identity(a->rows, arena), arena,
		matrix_mul);
}

const struct matrix *matrix_transpose(const struct matrix *a, struct arena *arena)
{
	const struct number **cells;

	if (a == NULL)
		return NULL;
	cells = room(a->rows, a->columns, arena);
	for (size_t i = 0; i < a->rows; i++)
		for (size_t j = 0; j < a->columns; j++)
			cells[j * a->rows + i] = matrix_at(a, i, j);
	return matrix_of(a->columns, a->rows, cells, arena);
}

const struct matrix *matrix_mod(const struct matrix *a, const struct number *n, struct arena *arena)
{
	const struct number **cells;

	if (a == NULL || n == NULL)
		return NULL;
	cells = room(a->rows, a->columns, arena);
	for (size_t i = 0; i < a->rows * a->columns; i++)
		cells[i] = number_mod(a->cells[i], n, arena);
	return matrix_of(a->rows, a->columns, cells, arena);
}

const struct matrix *matrix_boolean(const struct matrix *a, struct arena *arena)
{
	const struct number **cells, *zero = number_of(0, arena), *one = number_of(1, arena);

	if (a == NULL)
		return NULL;
	cells = room(a->rows, a->columns, arena);
	for (size_t i = 0; i < a->rows * a->columns; i++)
		cells[i] = number_is_zero(a->cells[i]) ? zero : one;
	return matrix_of(a->rows, a->columns, cells, arena);
}

const struct matrix *matrix_boolean_add(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	return matrix_boolean(matrix_add(matrix_boolean(a, arena), matrix_boolean(b, arena), arena), arena);
}

const struct matrix *matrix_boolean_mul(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	return matrix_boolean(matrix_mul(matrix_boolean(a, arena), matrix_boolean(b, arena), arena), arena);
}

const struct matrix *matrix_boolean_power(const struct matrix *a, long exponent, struct arena *arena)
{
	if (!has_power(a, exponent) || exponent < 0)
		return NULL;
	return power(matrix_boolean(a, arena), (unsigned long)exponent, matrix_identity(a->rows, arena), arena,
		matrix_boolean_mul);
}

bool matrix_same(const struct matrix *a, const struct matrix *b)
{
	if (a == NULL || b == NULL || a->rows != b->rows || a->columns != b->columns)
		return false;
	for (size_t i = 0; i < a->rows * a->columns; i++)
		if (!number_same(a->cells[i], b->cells[i]))
			return false;
	return true;
}
