/* Points: each cell its share, errors carried forward; a row of the report for each row of the table, one for the result. */
#include <string.h>
#include "trace.h"

enum { RESULT_SHARE = 5 }; /* one in so many of the points */

static size_t first_row(const struct trace_question *asked)
{
	return asked->passes ? 1 : 0;
}

/* The student's table behind the start that the statement gives. */
static void with_start(struct marking_table *marking, const struct table *given, struct arena *arena)
{
	size_t columns = marking->asked->count;
	const struct table *truth = &marking->truth->table;

	marking->table = *given;
	if (!marking->asked->passes)
		return;
	marking->table.rows = given->rows + 1;
	marking->table.cells = arena_array(arena, marking->table.rows * columns, sizeof(*given->cells));
	memcpy(marking->table.cells, truth->cells, columns * sizeof(*given->cells));
	memcpy(marking->table.cells + columns, given->cells, given->rows * columns * sizeof(*given->cells));
}

/* ---- points ---- */

struct shares {
	struct frac table, result; /* of the question's points */
	struct frac cell;
};

static int share_out(struct shares *out, const struct marking_table *marking, struct frac points, struct err *err)
{
	size_t rows = marking->rows - first_row(marking->asked);
	int64_t cells = (int64_t)((rows > 0 ? rows : 1) * marking->asked->count);

	out->table = points;
	out->result = FRAC_ZERO;
	if (marking->asked->result && (frac_div(&out->result, points, frac_int(RESULT_SHARE), err) ||
					      frac_sub(&out->table, points, out->result, err)))
		return -1;
	return frac_div(&out->cell, out->table, frac_int(cells), err);
}

/* The columns of a row in the order in which a pass assigns them. */
static void order_columns(size_t *out, const struct marking_table *marking, size_t row)
{
	size_t columns = marking->asked->count;
	const struct judged_cell *cells = row > 0 && row < marking->table.rows ? marking->judged.rows[row].cells : NULL;

	for (size_t i = 0; i < columns; i++) {
		size_t at = i;

		while (cells && at > 0 && cells[out[at - 1]].order > cells[i].order) {
			out[at] = out[at - 1];
			at--;
		}
		out[at] = i;
	}
}

static int add_up(struct marking_table *marking, const struct shares *shares, struct arena *arena, struct err *err)
{
	size_t columns = marking->asked->count, count = 0;
	struct carried_cell *cells = arena_array(arena, marking->rows * columns + 1, sizeof(*cells));

	for (size_t row = first_row(marking->asked); row < marking->rows; row++) {
		size_t order[TRACE_COLUMNS_MAX];

		order_columns(order, marking, row);
		for (size_t i = 0; i < columns; i++, count++) {
			cells[count].state = marking->states[row * columns + order[i]];
			cells[count].weight = marking->flat[order[i]] ? FRAC_ZERO : shares->cell;
		}
	}
	return carried_sum(&marking->sum, cells, count, FRAC_ONE, err);
}

static bool is_paid(const struct marking_table *marking, size_t row, size_t column)
{
	enum carried_state state = marking->states[row * marking->asked->count + column];

	return !marking->flat[column] &&
	       (state == CARRIED_RIGHT || (state == CARRIED_CONSISTENT && marking->sum.carries));
}

static bool row_has(const struct marking_table *marking, size_t row, enum carried_state state)
{
	for (size_t i = 0; i < marking->asked->count; i++) {
		if (marking->states[row * marking->asked->count + i] == state)
			return true;
	}
	return false;
}

static bool row_is_blank(const struct marking_table *marking, size_t row)
{
	for (size_t i = 0; i < marking->asked->count && row < marking->table.rows; i++) {
		if (marking->table.cells[row * marking->asked->count + i])
			return false;
	}
	return true;
}

static int fill_row(struct paper *paper, struct test_report *report, const struct marking_table *marking, size_t row,
	const struct shares *shares, struct err *err)
{
	size_t columns = marking->asked->count, paid = 0;
	const struct table *truth = &marking->truth->table;

	if (frac_mul(&report->max, shares->cell, frac_int((int64_t)columns), err))
		return -1;
	row_named(report, words_row_name(paper, row), report->max);
	if (row < truth->rows)
		report->expected = show_row(marking->asked, truth->cells + row * columns, paper->arena);
	if (row < marking->table.rows)
		report->got = show_row(marking->asked, marking->table.cells + row * columns, paper->arena);
	for (size_t i = 0; i < columns; i++)
		paid += is_paid(marking, row, i);
	if (paid == columns && !row_has(marking, row, CARRIED_CONSISTENT)) {
		row_passed(report);
		return 0;
	}
	row_failed(report, words_row(paper, marking, row));
	if (row_is_blank(marking, row))
		report->outcome = OUTCOME_BLANK;
	return frac_mul(&report->points, shares->cell, frac_int((int64_t)paid), err);
}

static int fill_result(struct paper *paper, struct test_report *report, const struct marking_table *marking,
	const struct shares *shares)
{
	const struct table *truth = &marking->truth->table;

	row_named(report, paper_say(paper, "row-result", NULL), shares->result);
	report->expected = show_value(truth->result, paper->arena);
	report->got = marking->table.result_given ? show_value(marking->table.result, paper->arena) : NULL;
	if (marking->result_right) {
		row_passed(report);
		return 0;
	}
	row_failed(report, words_result(paper, marking));
	if (!marking->table.result)
		report->outcome = OUTCOME_BLANK;
	if (marking->result_follows && marking->sum.carries)
		report->points = shares->result;
	return 0;
}

/* Did they follow the algorithm anywhere: a right or consistent cell where the value is another one than in the row before? */
static bool followed(const struct marking_table *marking)
{
	size_t columns = marking->asked->count;

	for (size_t row = 1; row < marking->rows && row < marking->table.rows; row++) {
		for (size_t i = 0; i < columns; i++) {
			const struct value **cell = &marking->table.cells[row * columns + i];

			if (is_paid(marking, row, i) && !trace_same(marking->asked, cell[0], cell[-(ptrdiff_t)columns]))
				return true;
		}
	}
	return false;
}

/* Who misread the statements did so in every pass: that is no slip, but where it shows once only, and then who knows? To be
 * one pass off, on the other hand, is one error. */
static void judge_known(struct marking_table *marking, const struct msg_text *known)
{
	bool misread = known->code && (!strncmp(known->code, "read-", 5) || !strcmp(known->code, "range-shifted"));

	if ((misread && marking->sum.wrong > 1) || (known->code && !strcmp(known->code, "values-before"))) {
		marking->sum.carries = false;
		marking->sum.points = marking->sum.direct;
	}
}

static void remark(struct paper *paper, const struct marking_table *marking, const struct msg_text *known)
{
	if (known->code)
		paper_remark(paper, *known);
	else if (marking->sum.carries && frac_cmp(marking->sum.points, marking->sum.direct) > 0)
		paper_remark(paper, paper_say(paper, "errors-carried", NULL));
}

int trace_mark(struct paper *paper, const struct trace_truth *truth, const struct table *table, struct err *err)
{
	const struct trace_question *asked = paper->question->spec;
	struct marking_table marking = { .asked = asked, .truth = truth };
	size_t first = first_row(asked), count;
	struct test_report *reports;
	struct msg_text known = { 0 };
	struct shares shares;

	with_start(&marking, table, paper->arena);
	marking.rows = marking.table.rows > truth->table.rows ? marking.table.rows : truth->table.rows;
	marking.states = arena_array(paper->arena, marking.rows * asked->count + 1, sizeof(*marking.states));
	marking.judged.rows = arena_array(paper->arena, marking.table.rows + 2, sizeof(*marking.judged.rows));
	bool *wanted = arena_array(paper->arena, marking.table.rows + 2, sizeof(*wanted));
	if (judge_wanted(&marking, wanted) &&
		trace_run_judge(&marking.judged, paper->grading, paper->question, truth, &marking.table, wanted, err))
		return -1;
	judge_states(&marking);
	if (share_out(&shares, &marking, paper->question->points, err) || add_up(&marking, &shares, paper->arena, err))
		return -1;
	diagnose(paper, &marking, &known);
	judge_known(&marking, &known);
	count = marking.rows - first;
	reports = paper_rows(paper, count + (asked->result != NULL));
	for (size_t i = 0; i < count; i++) {
		if (fill_row(paper, &reports[i], &marking, first + i, &shares, err))
			return -1;
	}
	if (asked->result && fill_result(paper, &reports[count], &marking, &shares))
		return -1;
	remark(paper, &marking, &known);
	if (known.code ? strcmp(known.code, "start-copied") != 0 && strcmp(known.code, "never-updated") != 0
		       : followed(&marking) || marking.table.rows <= first)
		return paper_settle(paper, err);
	return followed(&marking) ? paper_settle(paper, err) : paper_guard(paper, err);
}

int trace_lay_out_blank(struct paper *paper, const struct trace_truth *truth, struct err *err)
{
	const struct trace_question *asked = paper->question->spec;
	struct marking_table marking = { .asked = asked, .truth = truth, .rows = truth->table.rows };
	size_t first = first_row(asked), count = marking.rows - first;
	struct test_report *reports = paper_rows(paper, count + (asked->result != NULL));
	struct shares shares;
	struct frac max;

	if (share_out(&shares, &marking, paper->question->points, err) ||
		frac_mul(&max, shares.cell, frac_int((int64_t)asked->count), err))
		return -1;
	for (size_t i = 0; i < count; i++)
		row_named(&reports[i], words_row_name(paper, first + i), max);
	if (asked->result)
		row_named(&reports[count], paper_say(paper, "row-result", NULL), shares.result);
	return 0;
}
