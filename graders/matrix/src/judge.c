#include "judge.h"
#include "mistakes.h"

enum { LARGE_CELLS = 6 };

static bool is_binary(const struct matrix *a)
{
	int64_t value;

	for (size_t i = 0; i < a->rows * a->columns; i++)
		if (!number_to_int(a->cells[i], &value) || value < 0 || value > 1)
			return false;
	return true;
}

/* How many cells the most common value fills. */
static size_t most_common(const struct matrix *a)
{
	size_t cells = a->rows * a->columns, most = 0;

	for (size_t i = 0; i < cells; i++) {
		size_t count = 0;

		for (size_t j = 0; j < cells; j++)
			count += number_same(a->cells[i], a->cells[j]);
		most = count > most ? count : most;
	}
	return most;
}

static bool overlaps(const struct judging *judging, size_t i, size_t j)
{
	return i < judging->grid->rows && j < judging->grid->columns;
}

/* 2: right; 1: right but not reduced modulo n; 0. */
static int worth(const struct judging *judging, size_t i, size_t j, struct arena *arena)
{
	const struct number *wanted = matrix_at(judging->truth, i, j), *got = grid_at(judging->grid, i, j);
	const struct number *modulus = judging->asked->modulus;

	if (number_same(wanted, got))
		return 2;
	return got && modulus && number_same(number_mod(got, modulus, arena), wanted) ? 1 : 0;
}

static bool is_arc(const struct number *cell)
{
	return cell && !number_is_zero(cell);
}

/* share: (s - c) / (1 - c), not less than 0. */
static int above(struct frac *share, struct frac constant, struct err *err)
{
	struct frac over, rest;

	if (frac_cmp(*share, constant) <= 0) {
		*share = FRAC_ZERO;
		return 0;
	}
	if (frac_sub(&over, *share, constant, err) || frac_sub(&rest, FRAC_ONE, constant, err))
		return -1;
	return frac_div(share, over, rest, err);
}

/* Twice the arcs that both have by the sum of both; all arcs would have 2P / (P + n²). */
static int credit_arcs(struct frac *out, const struct judging *judging, struct err *err)
{
	const struct matrix *truth = judging->truth;
	const struct grid *grid = judging->grid;
	int64_t wanted = 0, given = 0, both = 0, cells = (int64_t)(truth->rows * truth->columns), one;
	struct frac constant;

	for (size_t i = 0; i < truth->rows * truth->columns; i++)
		wanted += is_arc(truth->cells[i]);
	for (size_t i = 0; i < grid->rows * grid->columns; i++)
		given += is_arc(grid->cells[i]);
	for (size_t i = 0; i < truth->rows; i++)
		for (size_t j = 0; j < truth->columns; j++)
			both += overlaps(judging, i, j) && is_arc(matrix_at(truth, i, j)) &&
				number_to_int(grid_at(grid, i, j), &one) && one == 1;
	*out = FRAC_ZERO;
	if (wanted == 0 || both == 0 || wanted == cells)
		return 0;
	if (frac_make(out, 2 * both, wanted + given, err) || frac_make(&constant, 2 * wanted, wanted + cells, err))
		return -1;
	return above(out, constant, err);
}

static int credit_cells(struct frac *out, const struct judging *judging, size_t halves, struct err *err)
{
	const struct matrix *truth = judging->truth;
	size_t cells = truth->rows * truth->columns, filled = judging->grid->rows * judging->grid->columns;
	size_t common = most_common(truth);
	bool subtract = is_binary(truth) || (cells >= LARGE_CELLS && 2 * common > cells);
	struct frac constant;

	if (frac_make(out, (int64_t)halves, (int64_t)(2 * (filled > cells ? filled : cells)), err))
		return -1;
	if (!subtract)
		return 0;
	if (frac_make(&constant, (int64_t)common, (int64_t)cells, err))
		return -1;
	return above(out, constant, err);
}

static bool is_idle(const struct judging *judging, struct arena *arena)
{
	const struct grid *grid = judging->grid;
	const struct matrix *answer = grid_matrix(grid, arena);
	const struct number *first = NULL;
	bool constant = true;
	size_t filled = 0;

	for (size_t i = 0; i < grid->rows * grid->columns; i++) {
		filled += grid->cells[i] != NULL;
		first = first ? first : grid->cells[i];
		constant = constant && (!grid->cells[i] || number_same(grid->cells[i], first));
	}
	if (constant && (filled > 1 || filled == grid->rows * grid->columns))
		return true;
	if (answer && answer->rows == answer->columns && matrix_same(answer, matrix_identity(answer->rows, arena)))
		return true;
	for (size_t i = 0; answer && i < judging->asked->binding_count; i++)
		if (judging->bindings[i].value.kind == VALUE_MATRIX &&
			matrix_same(judging->bindings[i].value.matrix, answer))
			return true;
	return false;
}

/* An inverse is verified: multiplied, it must give the identity. */
static bool is_verified(const struct judging *judging, struct arena *arena)
{
	const struct matrix *a = judging->asked->inverted, *product;
	const struct matrix *answer = grid_matrix(judging->grid, arena);

	if (!a || judging->bindings != judging->asked->bindings)
		return matrix_same(answer, judging->truth);
	product = matrix_mul(a, answer, arena);
	if (judging->asked->modulus) {
		product = matrix_mod(product, judging->asked->modulus, arena);
		if (!matrix_same(matrix_mod(answer, judging->asked->modulus, arena), answer))
			return false;
	}
	return matrix_same(product, matrix_identity(a->rows, arena));
}

int grid_judge(struct judged *out, const struct judging *judging, struct arena *arena, struct err *err)
{
	const struct matrix *truth = judging->truth;
	size_t halves = 0, congruent = 0;

	*out = (struct judged){ .cells = truth->rows * truth->columns, .credit = FRAC_ONE };
	out->row = out->column = out->cells;
	out->other_size = judging->grid->rows != truth->rows || judging->grid->columns != truth->columns;
	for (size_t i = 0; i < truth->rows; i++)
		for (size_t j = 0; j < truth->columns; j++) {
			int value = overlaps(judging, i, j) ? worth(judging, i, j, arena) : 0;

			halves += (size_t)value;
			congruent += value > 0;
			out->right_cells += value == 2;
			if (value == 2 || out->row < out->cells || !overlaps(judging, i, j))
				continue;
			out->row = i;
			out->column = j;
		}
	out->right = is_verified(judging, arena);
	if (out->right)
		return 0;
	out->idle = is_idle(judging, arena);
	if (judging->asked->adjacency ? credit_arcs(&out->credit, judging, err)
				      : credit_cells(&out->credit, judging, halves, err))
		return -1;
	/* All of it is right but for the last step, whatever a constant would earn. */
	if (congruent == out->cells && !out->other_size && frac_cmp(out->credit, (struct frac){ 1, 2 }) < 0)
		out->credit = (struct frac){ 1, 2 };
	if (out->other_size && frac_cmp(out->credit, (struct frac){ 1, 2 }) > 0)
		out->credit = (struct frac){ 1, 2 };
	return 0;
}
