/* The functions of formulas that take matrices. */
#include <stdlib.h>
#include "formula_call.h"

static size_t count_of(const struct value *matrix)
{
	return matrix->matrix->rows * matrix->matrix->columns;
}

static int give_count(struct value *out, size_t count, const struct formula *formula, struct evaluation *evaluation)
{
	return give_number(out, number_of((int64_t)count, evaluation->arena), formula, evaluation);
}

int transpose_value(CALL)
{
	if (need_matrix(operands, formula, evaluation) ||
		function_spend(operands, count_of(operands), formula, evaluation))
		return -1;
	return give_matrix(out, matrix_transpose(operands->matrix, evaluation->arena), formula, evaluation);
}

/* Elimination of a square or any other matrix. */
static int spend_elimination(const struct value *matrix, const struct formula *formula, struct evaluation *evaluation)
{
	size_t rows = matrix->matrix->rows;

	return formula_spend(evaluation, formula, count_of(matrix) * rows, rows * value_bits(matrix));
}

int det_value(CALL)
{
	if (need_square(operands, formula, evaluation) || spend_elimination(operands, formula, evaluation))
		return -1;
	return give_number(out, matrix_determinant(operands->matrix, evaluation->arena), formula, evaluation);
}

int rank_value(CALL)
{
	size_t rank;

	if (need_matrix(operands, formula, evaluation) || spend_elimination(operands, formula, evaluation))
		return -1;
	rank = matrix_rank(operands->matrix, evaluation->arena);
	if (rank == SIZE_MAX)
		return give_number(out, NULL, formula, evaluation);
	return give_count(out, rank, formula, evaluation);
}

int trace_value(CALL)
{
	const struct number *sum = number_of(0, evaluation->arena);

	if (need_square(operands, formula, evaluation) ||
		function_spend(operands, operands->matrix->rows, formula, evaluation))
		return -1;
	for (size_t i = 0; i < operands->matrix->rows; i++)
		sum = number_add(sum, matrix_at(operands->matrix, i, i), evaluation->arena);
	return give_number(out, sum, formula, evaluation);
}

int rows_value(CALL)
{
	if (need_matrix(operands, formula, evaluation))
		return -1;
	return give_count(out, operands->matrix->rows, formula, evaluation);
}

int columns_value(CALL)
{
	if (need_matrix(operands, formula, evaluation))
		return -1;
	return give_count(out, operands->matrix->columns, formula, evaluation);
}

int length_value(CALL)
{
	if (need_matrix(operands, formula, evaluation))
		return -1;
	return give_count(out, count_of(operands), formula, evaluation);
}

int sum_value(CALL)
{
	const struct number *sum = number_of(0, evaluation->arena);

	if (need_matrix(operands, formula, evaluation) ||
		function_spend(operands, count_of(operands), formula, evaluation))
		return -1;
	for (size_t i = 0; i < count_of(operands); i++)
		sum = number_add(sum, operands->matrix->cells[i], evaluation->arena);
	return give_number(out, sum, formula, evaluation);
}

static int by_size(const void *a, const void *b)
{
	return number_compare(*(const struct number *const *)a, *(const struct number *const *)b);
}

int sorted_value(CALL)
{
	const struct number **cells;
	size_t count;

	if (need_matrix(operands, formula, evaluation) ||
		function_spend(operands, 8 * count_of(operands), formula, evaluation))
		return -1;
	count = count_of(operands);
	cells = arena_array(evaluation->arena, count, sizeof(const struct number *));
	for (size_t i = 0; i < count; i++)
		cells[i] = operands->matrix->cells[i];
	qsort(cells, count, sizeof(const struct number *), by_size);
	return give_matrix(out, matrix_of(1, count, cells, evaluation->arena), formula, evaluation);
}

int cell_value(CALL)
{
	const struct matrix *matrix = operands->matrix;
	long i, j;

	if (need_matrix(operands, formula, evaluation) ||
		need_between(&i, &operands[1], 1, (long)matrix->rows, formula, evaluation) ||
		need_between(&j, &operands[2], 1, (long)matrix->columns, formula, evaluation))
		return -1;
	return give_number(out, matrix_at(matrix, (size_t)i - 1, (size_t)j - 1), formula, evaluation);
}

/* A part of a matrix, from the cell (i, j). */
static int part(struct value *out, const struct value *operands, size_t from[2], size_t size[2],
	const struct formula *formula, struct evaluation *evaluation)
{
	const struct number **cells = arena_array(evaluation->arena, size[0] * size[1], sizeof(const struct number *));

	for (size_t i = 0; i < size[0]; i++)
		for (size_t j = 0; j < size[1]; j++)
			cells[i * size[1] + j] = matrix_at(operands->matrix, from[0] + i, from[1] + j);
	return give_matrix(out, matrix_of(size[0], size[1], cells, evaluation->arena), formula, evaluation);
}

int row_value(CALL)
{
	long i;

	if (need_matrix(operands, formula, evaluation) ||
		need_between(&i, &operands[1], 1, (long)operands->matrix->rows, formula, evaluation))
		return -1;
	return part(out, operands, (size_t[]){ (size_t)i - 1, 0 }, (size_t[]){ 1, operands->matrix->columns }, formula,
		evaluation);
}

int column_value(CALL)
{
	long j;

	if (need_matrix(operands, formula, evaluation) ||
		need_between(&j, &operands[1], 1, (long)operands->matrix->columns, formula, evaluation))
		return -1;
	return part(out, operands, (size_t[]){ 0, (size_t)j - 1 }, (size_t[]){ operands->matrix->rows, 1 }, formula,
		evaluation);
}

int identity_value(CALL)
{
	long side;

	if (need_between(&side, operands, 1, MATRIX_SIDE_MAX, formula, evaluation) ||
		formula_spend(evaluation, formula, (size_t)(side * side), 1))
		return -1;
	return give_matrix(out, matrix_identity((size_t)side, evaluation->arena), formula, evaluation);
}

int termwise_value(CALL)
{
	if (need_same_size(&operands[0], &operands[1], formula, evaluation) ||
		function_spend(operands, count_of(operands), formula, evaluation))
		return -1;
	return give_matrix(
		out, matrix_termwise(operands[0].matrix, operands[1].matrix, evaluation->arena), formula, evaluation);
}

int boolean_value(CALL)
{
	if (need_matrix(operands, formula, evaluation) ||
		function_spend(operands, count_of(operands), formula, evaluation))
		return -1;
	return give_matrix(out, matrix_boolean(operands->matrix, evaluation->arena), formula, evaluation);
}

static int need_bits(const struct value *matrix, const struct formula *formula, struct evaluation *evaluation)
{
	int64_t cell;

	if (need_matrix(matrix, formula, evaluation))
		return -1;
	for (size_t i = 0; i < count_of(matrix); i++)
		if (!number_to_int(matrix->matrix->cells[i], &cell) || cell < 0 || cell > 1)
			return formula_slip(
				evaluation, formula, "formula-kind", "une matrice de 0 et de 1", "a matrix of 0 and 1");
	return 0;
}

int bool_sum_value(CALL)
{
	if (need_bits(&operands[0], formula, evaluation) || need_bits(&operands[1], formula, evaluation) ||
		need_same_size(&operands[0], &operands[1], formula, evaluation) ||
		function_spend(operands, count_of(operands), formula, evaluation))
		return -1;
	return give_matrix(out, matrix_boolean_add(operands[0].matrix, operands[1].matrix, evaluation->arena), formula,
		evaluation);
}

int bool_product_value(CALL)
{
	const struct matrix *a = operands[0].matrix, *b = operands[1].matrix;

	if (need_bits(&operands[0], formula, evaluation) || need_bits(&operands[1], formula, evaluation))
		return -1;
	if (a->columns != b->rows)
		return formula_slip(evaluation, formula, "formula-kind",
			"autant de colonnes à gauche que de lignes à droite",
			"as many columns on the left as there are rows on the right");
	if (function_spend(operands, count_of(operands) * b->columns, formula, evaluation))
		return -1;
	return give_matrix(out, matrix_boolean_mul(a, b, evaluation->arena), formula, evaluation);
}

int bool_power_value(CALL)
{
	size_t count;
	long exponent;

	if (need_square(&operands[0], formula, evaluation) || need_bits(&operands[0], formula, evaluation) ||
		need_between(&exponent, &operands[1], 0, MATRIX_POWER_MAX, formula, evaluation))
		return -1;
	count = count_of(operands);
	if (function_spend(operands, 12 * count * operands->matrix->rows, formula, evaluation))
		return -1;
	return give_matrix(
		out, matrix_boolean_power(operands[0].matrix, exponent, evaluation->arena), formula, evaluation);
}
