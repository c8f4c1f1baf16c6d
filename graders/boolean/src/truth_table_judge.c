/*
 * What a truth table is worth.
 *
 * A cell is right, or carried: it follows from the student's own cells of the columns before, one of which is wrong. A
 * column gets the better of both ways of counting, each less what the best constant column would earn in it. Carrying
 * stops where too many cells of the table are neither right nor carried (more than one, and more than a quarter), and
 * nothing is carried from or to a column that the student filled with one value.
 */
#include "grid_words.h"
#include "truth_table.h"

struct judging {
	const struct truth_question *asked;
	const struct filled *filled;
	uint32_t rows;
	bool degenerate[TRUTH_COLUMNS_MAX]; /* filled with one value */
};

static bool is_right(const struct judging *judging, size_t column, uint32_t row)
{
	enum cell cell = judging->filled->cells[column][row];

	return cell <= CELL_1 && (cell == CELL_1) == table_at(&judging->asked->columns[column].truth, row);
}

/* Rows that a column is judged in: a result may be left open. */
static bool counts(const struct judging *judging, size_t column, uint32_t row)
{
	return column + 1 < judging->asked->count || table_at(&judging->asked->shared.care, row);
}

static bool is_degenerate(const struct judging *judging, size_t column)
{
	bool zero = false, one = false;

	for (uint32_t row = 0; row < judging->rows; row++) {
		zero |= judging->filled->cells[column][row] == CELL_0;
		one |= judging->filled->cells[column][row] == CELL_1;
	}
	return !(zero && one);
}

/* Does the rule of this column look at column `parent`? */
static bool looks_at(const struct judging *judging, size_t column, size_t parent)
{
	const struct expr *rule = judging->asked->columns[column].rule;

	return rule && (expr_uses(rule) >> (judging->asked->shared.vocabulary.count + parent) & 1) != 0;
}

/* What the column should hold in this row, from the student's own columns before; *wrong: one of them is wrong. */
static bool value_from_own(const struct judging *judging, size_t column, uint32_t row, bool *wrong)
{
	const struct truth_question *asked = judging->asked;
	unsigned variables = asked->shared.vocabulary.count, total = variables + (unsigned)asked->count;
	uint32_t wide = row << asked->count;

	*wrong = false;
	for (size_t j = 0; j < column; j++) {
		enum cell cell = judging->filled->cells[j][row];
		bool value = table_at(&asked->columns[j].truth, row);

		if (looks_at(judging, column, j) && cell <= CELL_1 && !judging->degenerate[j]) {
			*wrong |= (cell == CELL_1) != value;
			value = cell == CELL_1;
		}
		wide |= (uint32_t)value << (asked->count - 1 - j);
	}
	return expr_value(asked->columns[column].rule, wide, total);
}

static bool is_carried(const struct judging *judging, size_t column, uint32_t row, bool *value)
{
	enum cell cell = judging->filled->cells[column][row];
	bool wrong;

	if (!judging->asked->columns[column].rule)
		return false;
	*value = value_from_own(judging, column, row, &wrong);
	return wrong && !judging->degenerate[column] && cell <= CELL_1 && (cell == CELL_1) == *value;
}

static void count_cells(struct column_judgement *out, const struct judging *judging, size_t column)
{
	*out = (struct column_judgement){ .blank = !judging->filled->shown[column], .credit = FRAC_ZERO, .first = -1 };
	for (uint32_t row = 0; row < judging->rows; row++) {
		bool value;

		if (!counts(judging, column, row))
			continue;
		out->rows++;
		if (is_right(judging, column, row))
			out->right++;
		else if (is_carried(judging, column, row, &value))
			out->carried++;
		else if (out->first < 0)
			out->first = row;
	}
}

/* Right and carried cells, less what the best constant would earn of the true column or of the one carried to. */
static int credit_by_carry(
	struct frac *out, const struct judging *judging, size_t column, uint32_t cells, uint32_t ones, struct err *err)
{
	uint32_t own = 0, rows = 0;

	*out = FRAC_ZERO;
	for (uint32_t row = 0; row < judging->rows; row++) {
		bool wrong;

		if (!counts(judging, column, row))
			continue;
		own += value_from_own(judging, column, row, &wrong);
		rows++;
	}
	if (own == 0 || own == rows)
		return 0;
	if (own > rows - own ? own > ones && own > rows - ones : rows - own > ones && rows - own > rows - ones)
		ones = own;
	return grid_credit(out, cells, rows, ones, err);
}

static int credit_column(
	struct column_judgement *out, const struct judging *judging, size_t column, bool carry, struct err *err)
{
	const struct truth_column *asked = &judging->asked->columns[column];
	struct frac carried = FRAC_ZERO;
	uint32_t ones = 0;

	for (uint32_t row = 0; row < judging->rows; row++)
		ones += counts(judging, column, row) && table_at(&asked->truth, row);
	if (grid_credit(&out->credit, out->right, out->rows, ones, err))
		return -1;
	if (carry && out->carried > 0 &&
		credit_by_carry(&carried, judging, column, out->right + out->carried, ones, err))
		return -1;
	out->by_carry = frac_cmp(carried, out->credit) > 0;
	if (out->by_carry)
		out->credit = carried;
	return 0;
}

int truth_table_judge(struct column_judgement *out, const struct truth_question *asked, const struct filled *filled,
	struct arena *arena, struct err *err)
{
	struct judging *judging = arena_alloc(arena, sizeof(*judging));
	uint32_t cells = 0, independent = 0;
	bool carry;

	*judging = (struct judging){ asked, filled, table_rows(asked->shared.vocabulary.count), { false } };
	for (size_t i = 0; i < asked->count; i++)
		judging->degenerate[i] = is_degenerate(judging, i);
	for (size_t i = 0; i < asked->count; i++) {
		count_cells(&out[i], judging, i);
		/* A column that may be left out, and was, holds no mistakes. */
		if (out[i].blank && !asked->required && i + 1 < asked->count)
			continue;
		cells += out[i].rows;
		independent += out[i].rows - out[i].right - out[i].carried;
	}
	carry = independent <= 1 || 4 * independent <= cells;
	for (size_t i = 0; i < asked->count; i++) {
		if (credit_column(&out[i], judging, i, carry, err))
			return -1;
	}
	return 0;
}
