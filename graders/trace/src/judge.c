/* What each cell of an answer is: right, consistent, wrong or blank. */
#include <math.h>
#include <string.h>
#include "trace.h"

/* Computed binary fractions are not what anybody writes down: 0.1 + 0.2 is 0.3 here. */
#define NOISE 1e-9

/* ---- values ---- */

static bool is_number(const struct value *value)
{
	return value->type == VALUE_INT || value->type == VALUE_FLOAT || value->type == VALUE_BOOL;
}

static double as_real(const struct value *value)
{
	double real = 0;

	if (value->type == VALUE_BOOL)
		return value->boolean;
	if (value->type == VALUE_FLOAT)
		return value->real;
	for (size_t i = value->integer.bytes; i > 0; i--)
		real = real * 256 + value->integer.magnitude[i - 1];
	return value->integer.negative ? -real : real;
}

static bool same_number(const struct trace_question *asked, const struct value *left, const struct value *right)
{
	double a, b, near;

	if (left->type == VALUE_INT && right->type == VALUE_INT)
		return left->integer.bytes == right->integer.bytes &&
		       left->integer.negative == right->integer.negative &&
		       !memcmp(left->integer.magnitude, right->integer.magnitude, left->integer.bytes);
	a = as_real(left);
	b = as_real(right);
	if (!isfinite(a) || !isfinite(b))
		return a == b;
	near = NOISE * fmax(fabs(a), fabs(b));
	if (asked->decimals >= 0)
		near = fmax(near, 0.5 * pow(10, -asked->decimals) * (1 + NOISE));
	return fabs(a - b) <= near;
}

static bool is_sequence(const struct value *value)
{
	return value->type == VALUE_LIST || value->type == VALUE_TUPLE;
}

static bool same_value(
	const struct trace_question *asked, const struct value *left, const struct value *right, int depth)
{
	if (is_number(left) && is_number(right))
		return same_number(asked, left, right);
	if (is_sequence(left) && is_sequence(right) && depth < VALUE_MAX_DEPTH) {
		size_t same = 0;

		while (left->items.count == right->items.count && same < left->items.count &&
			same_value(asked, &left->items.items[same], &right->items.items[same], depth + 1))
			same++;
		return left->items.count == right->items.count && same == left->items.count;
	}
	if (left->type != right->type)
		return false;
	if (left->type == VALUE_STR)
		return left->text.bytes == right->text.bytes &&
		       !memcmp(left->text.data, right->text.data, left->text.bytes);
	return left->type == VALUE_NONE;
}

bool trace_same(const struct trace_question *asked, const struct value *left, const struct value *right)
{
	bool no_left = !left || left->type == VALUE_NONE, no_right = !right || right->type == VALUE_NONE;

	if (no_left || no_right)
		return no_left && no_right;
	return same_value(asked, left, right, 0);
}

/* ---- cells ---- */

static const struct value *cell_of(
	const struct table *table, const struct trace_question *asked, size_t row, size_t column)
{
	return row < table->rows ? table->cells[row * asked->count + column] : NULL;
}

static bool cell_is_right(const struct marking_table *marking, size_t row, size_t column)
{
	return row < marking->table.rows && row < marking->truth->table.rows &&
	       trace_same(marking->asked, cell_of(&marking->table, marking->asked, row, column),
		       cell_of(&marking->truth->table, marking->asked, row, column));
}

static bool row_is_right(const struct marking_table *marking, size_t row)
{
	size_t column = 0;

	while (column < marking->asked->count && cell_is_right(marking, row, column))
		column++;
	return column == marking->asked->count;
}

bool judge_wanted(const struct marking_table *marking, bool *wanted)
{
	bool any = false;

	for (size_t row = 1; row < marking->table.rows; row++)
		any |= wanted[row] = !row_is_right(marking, row);
	if (marking->table.rows < marking->truth->table.rows && marking->table.rows > 0)
		any = wanted[marking->table.rows] = true;
	return any;
}

/* ---- columns ---- */

static bool column_is_flat(const struct trace_question *asked, const struct table *table, size_t column)
{
	size_t first = asked->passes ? 1 : 0;

	for (size_t row = first + 1; row < table->rows; row++) {
		if (!trace_same(asked, cell_of(table, asked, row, column), cell_of(table, asked, first, column)))
			return false;
	}
	return true;
}

static void find_flat(struct marking_table *marking)
{
	const struct trace_question *asked = marking->asked;
	size_t least = marking->truth->table.rows > 2 ? 3 : 2;

	for (size_t i = 0; i < asked->count; i++)
		marking->flat[i] = marking->table.rows >= least && column_is_flat(asked, &marking->table, i) &&
				   !column_is_flat(asked, &marking->truth->table, i);
}

static enum carried_state state_of(const struct marking_table *marking, size_t row, size_t column)
{
	const struct value *cell = cell_of(&marking->table, marking->asked, row, column);
	const struct judged_row *judged = row > 0 && row < marking->table.rows ? &marking->judged.rows[row] : NULL;
	enum carried_state wrong = cell ? CARRIED_WRONG : CARRIED_BLANK;

	if (cell_is_right(marking, row, column))
		return CARRIED_RIGHT;
	if (row >= marking->table.rows)
		return marking->ended ? CARRIED_CONSISTENT : CARRIED_BLANK;
	if (!judged || judged->goes != GOES_ON || !judged->cells)
		return wrong;
	if (trace_same(marking->asked, cell, judged->cells[column].alone) ||
		trace_same(marking->asked, cell, judged->cells[column].own))
		return CARRIED_CONSISTENT;
	return wrong;
}

void judge_states(struct marking_table *marking)
{
	size_t columns = marking->asked->count, own = marking->table.rows, truth = marking->truth->table.rows;
	size_t slips = 0;

	find_flat(marking);
	/* A slip that ends a loop early must not buy the rest of the table, and a row of several slips buys nothing. */
	marking->ended = own < truth && own > 0 && 3 * own >= 2 * truth && marking->judged.rows[own].goes == GOES_OFF;
	for (size_t i = 0; i < columns && own > 0; i++)
		slips += state_of(marking, own - 1, i) == CARRIED_WRONG;
	marking->ended &= slips <= 1;
	for (size_t row = 0; row < marking->rows; row++) {
		for (size_t i = 0; i < columns; i++)
			marking->states[row * columns + i] = state_of(marking, row, i);
	}
	marking->result_right = trace_same(marking->asked, marking->table.result, marking->truth->table.result);
	marking->result_follows = marking->table.result && own > 0 &&
				  trace_same(marking->asked, marking->table.result, marking->judged.result);
}
