/* Matrices against their definitions, on drawn ones of small whole numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/draw.h"
#include "exact/matrix.h"

enum { ROUNDS = 200, SIDE = 4 };

struct grid { /* the same in plain numbers */
	size_t rows, columns;
	int64_t cells[SIDE * SIDE];
};

static struct grid drawn(struct draw *draw, size_t rows, size_t columns, int most)
{
	struct grid made = { rows, columns, { 0 } };

	for (size_t i = 0; i < rows * columns; i++)
		made.cells[i] = (int64_t)draw_below(draw, (uint32_t)(2 * most + 1)) - most;
	return made;
}

static const struct matrix *exact(const struct grid *grid, struct arena *arena)
{
	const struct number **cells = arena_array(arena, grid->rows * grid->columns, sizeof(const struct number *));

	for (size_t i = 0; i < grid->rows * grid->columns; i++)
		cells[i] = number_of(grid->cells[i], arena);
	return matrix_of(grid->rows, grid->columns, cells, arena);
}

static void check(const struct matrix *made, const struct grid *wanted)
{
	int64_t value;

	assert_non_null(made);
	assert_int_equal(made->rows, wanted->rows);
	assert_int_equal(made->columns, wanted->columns);
	for (size_t i = 0; i < wanted->rows * wanted->columns; i++) {
		assert_true(number_to_int(made->cells[i], &value));
		assert_int_equal(value, wanted->cells[i]);
	}
}

static struct grid times(const struct grid *a, const struct grid *b)
{
	struct grid made = { a->rows, b->columns, { 0 } };

	for (size_t i = 0; i < a->rows; i++)
		for (size_t j = 0; j < b->columns; j++)
			for (size_t k = 0; k < a->columns; k++)
				made.cells[i * b->columns + j] +=
					a->cells[i * a->columns + k] * b->cells[k * b->columns + j];
	return made;
}

static void test_cell_by_cell(void **state)
{
	struct draw draw;

	draw_open(&draw, 1, "cells");
	for (int round = 0; round < ROUNDS; round++) {
		struct arena *cleanup_arena arena = arena_new(0);
		size_t rows = 1 + draw_below(&draw, SIDE), columns = 1 + draw_below(&draw, SIDE);
		struct grid a = drawn(&draw, rows, columns, 9), b = drawn(&draw, rows, columns, 9), made = a;
		const struct matrix *x = exact(&a, arena), *y = exact(&b, arena);

		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = a.cells[i] + b.cells[i];
		check(matrix_add(x, y, arena), &made);
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = a.cells[i] - b.cells[i];
		check(matrix_sub(x, y, arena), &made);
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = a.cells[i] * b.cells[i];
		check(matrix_termwise(x, y, arena), &made);
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = -3 * a.cells[i];
		check(matrix_scale(x, number_of(-3, arena), arena), &made);
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = ((a.cells[i] % 5) + 5) % 5;
		check(matrix_mod(x, number_of(5, arena), arena), &made);
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = a.cells[i] != 0;
		check(matrix_boolean(x, arena), &made);
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i] = a.cells[i] != 0 || b.cells[i] != 0;
		check(matrix_boolean_add(x, y, arena), &made);
		made = (struct grid){ columns, rows, { 0 } };
		for (size_t i = 0; i < rows * columns; i++)
			made.cells[i % columns * rows + i / columns] = a.cells[i];
		check(matrix_transpose(x, arena), &made);
	}
}

static void test_products(void **state)
{
	struct draw draw;

	draw_open(&draw, 2, "products");
	for (int round = 0; round < ROUNDS; round++) {
		struct arena *cleanup_arena arena = arena_new(0);
		size_t n = 1 + draw_below(&draw, SIDE), m = 1 + draw_below(&draw, SIDE),
		       p = 1 + draw_below(&draw, SIDE);
		struct grid a = drawn(&draw, n, m, 9), b = drawn(&draw, m, p, 9), made = times(&a, &b);
		struct grid square = drawn(&draw, n, n, 1), power = { n, n, { 0 } };
		const struct matrix *x = exact(&square, arena);

		check(matrix_mul(exact(&a, arena), exact(&b, arena), arena), &made);
		for (size_t i = 0; i < n; i++)
			power.cells[i * n + i] = 1;
		for (long k = 0; k < 6; k++) {
			check(matrix_power(x, k, arena), &power);
			power = times(&power, &square);
		}
		/* With signs left out, a Boolean power says where an integer one is not zero. */
		for (size_t i = 0; i < n * n; i++)
			square.cells[i] = square.cells[i] != 0;
		x = exact(&square, arena);
		for (long k = 0; k < 6; k++)
			assert_true(matrix_same(
				matrix_boolean_power(x, k, arena), matrix_boolean(matrix_power(x, k, arena), arena)));
	}
}

/* By the first row's cofactors. */
static int64_t determinant(const struct grid *a)
{
	int64_t sum = 0;

	if (a->rows == 1)
		return a->cells[0];
	for (size_t skipped = 0; skipped < a->rows; skipped++) {
		struct grid minor = { a->rows - 1, a->rows - 1, { 0 } };
		size_t count = 0;

		for (size_t i = a->rows; i < a->rows * a->rows; i++)
			if (i % a->rows != skipped)
				minor.cells[count++] = a->cells[i];
		sum += (skipped % 2 == 0 ? 1 : -1) * a->cells[skipped] * determinant(&minor);
	}
	return sum;
}

static void test_inverses(void **state)
{
	struct draw draw;

	draw_open(&draw, 3, "inverses");
	for (int round = 0; round < ROUNDS; round++) {
		struct arena *cleanup_arena arena = arena_new(0);
		size_t side = 1 + draw_below(&draw, SIDE);
		struct grid a = drawn(&draw, side, side, 3);
		const struct matrix *x = exact(&a, arena), *inverse = matrix_inverse(x, arena),
				    *one = matrix_identity(side, arena);
		int64_t wanted = determinant(&a), got;

		assert_true(number_to_int(matrix_determinant(x, arena), &got));
		assert_int_equal(got, wanted);
		assert_true((inverse != NULL) == (wanted != 0));
		assert_true((matrix_rank(x, arena) == side) == (wanted != 0));
		if (inverse == NULL)
			continue;
		assert_true(matrix_same(matrix_mul(x, inverse, arena), one));
		assert_true(matrix_same(matrix_mul(inverse, x, arena), one));
		assert_true(matrix_same(matrix_power(x, -2, arena), matrix_mul(inverse, inverse, arena)));
	}
}

/* Of all matrices of two rows modulo small numbers, composite ones too: there is one where some matrix is one. */
static void test_inverses_modulo(void **state)
{
	for (int64_t n = 2; n <= 6; n++)
		for (int64_t code = 0; code < n * n * n * n; code++) {
			struct arena *cleanup_arena arena = arena_new(0);
			struct grid a = { 2, 2, { code % n, code / n % n, code / n / n % n, code / n / n / n } };
			const struct number *modulus = number_of(n, arena);
			const struct matrix *made = matrix_inverse_mod(exact(&a, arena), modulus, arena);
			int64_t d = (((a.cells[0] * a.cells[3] - a.cells[1] * a.cells[2]) % n) + n) % n, unit = -1;

			for (int64_t u = 1; u < n; u++)
				unit = d * u % n == 1 ? u : unit;
			assert_true((made != NULL) == (unit > 0));
			if (made)
				assert_true(matrix_same(
					matrix_mod(matrix_mul(exact(&a, arena), made, arena), modulus, arena),
					matrix_identity(2, arena)));
		}
}

static void test_ranks(void **state)
{
	static const struct {
		struct grid grid;
		size_t rank;
	} rows[] = {
		{ { 2, 3, { 1, 2, 3, 2, 4, 6 } }, 1 },
		{ { 3, 2, { 0, 0, 0, 0, 0, 0 } }, 0 },
		{ { 3, 3, { 0, 1, 2, 0, 0, 3, 0, 0, 0 } }, 2 },
		{ { 2, 4, { 0, 0, 1, 0, 0, 1, 0, 0 } }, 2 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);

		assert_int_equal(matrix_rank(exact(&rows[i].grid, arena), arena), rows[i].rank);
	}
}

/* What is not defined, or does not fit, is no matrix; and nothing comes of that. */
static void test_nothing(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct grid wide = { 1, 2, { 1, 2 } }, square = { 2, 2, { 1, 2, 3, 4 } }, singular = { 2, 2, { 1, 2, 2, 4 } };
	const struct matrix *a = exact(&wide, arena), *b = exact(&square, arena), *c = exact(&singular, arena);
	const struct number *half = number_fraction(1, 2, arena), *n = number_of(5, arena);
	const struct number *halves[] = { half, half, half, half };
	const struct number *big = number_power(number_of(2, arena), 4000, arena), *one[] = { big };
	const struct number *diagonal[9];

	assert_null(matrix_add(a, b, arena));
	assert_null(matrix_mul(b, a, arena));
	assert_null(matrix_power(a, 2, arena));
	assert_null(matrix_power(c, -1, arena));
	assert_null(matrix_power(b, MATRIX_POWER_MAX + 1, arena));
	assert_null(matrix_inverse(a, arena));
	assert_null(matrix_inverse(c, arena));
	assert_null(matrix_determinant(a, arena));
	assert_null(matrix_boolean_power(b, -1, arena));
	assert_null(matrix_identity(MATRIX_SIDE_MAX + 1, arena));
	assert_null(matrix_of(0, 2, NULL, arena));
	assert_null(matrix_mod(matrix_of(2, 2, halves, arena), n, arena));
	assert_null(matrix_mod(b, number_of(0, arena), arena));
	assert_null(matrix_power(matrix_of(1, 1, one, arena), 2, arena));
	assert_null(matrix_transpose(matrix_inverse(c, arena), arena));
	assert_null(matrix_scale(b, NULL, arena));
	assert_false(matrix_same(NULL, NULL));
	assert_false(matrix_same(a, b));
	assert_int_equal(matrix_rank(NULL, arena), SIZE_MAX);
	for (size_t i = 0; i < 9; i++)
		diagonal[i] = number_of(i % 4 == 0 ? 2 : 0, arena);
	diagonal[0] = half;
	assert_null(matrix_inverse_mod(matrix_of(3, 3, diagonal, arena), number_of(3, arena), arena));
}

static void test_texts(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct number *cells[] = { number_of(1, arena), number_of(-2, arena), number_fraction(3, 4, arena),
		number_of(0, arena) };
	const struct matrix *a = matrix_of(2, 2, cells, arena);
	struct buf cleanup_buf latex = BUF_INIT, cleanup_buf mathml = BUF_INIT;

	assert_string_equal(matrix_text(a, false, arena), "1 -2 / 3/4 0");
	assert_string_equal(matrix_text(a, true, arena), "1 -2\n3/4 0");
	matrix_latex(&latex, a);
	assert_string_equal(buf_str(&latex), "\\begin{pmatrix} 1 & -2 \\\\ \\frac{3}{4} & 0 \\end{pmatrix}");
	matrix_mathml(&mathml, a);
	assert_string_equal(buf_str(&mathml),
		"<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mrow><mo form=\"prefix\">−</mo><mn>2</mn>"
		"</mrow></mtd></mtr><mtr><mtd><mfrac><mn>3</mn><mn>4</mn></mfrac></mtd><mtd><mn>0</mn></mtd></mtr>"
		"</mtable><mo>)</mo></mrow>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cell_by_cell),
		cmocka_unit_test(test_products),
		cmocka_unit_test(test_inverses),
		cmocka_unit_test(test_inverses_modulo),
		cmocka_unit_test(test_ranks),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_texts),
	};

	return cmocka_run_group_tests_name("exact/matrix", tests, NULL, NULL);
}
