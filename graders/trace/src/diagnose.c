/* The known mistakes, most precise first. Each is only said where it makes exactly this table, and not the true one. */
#include <string.h>
#include "trace.h"

static const struct value *cell(
	const struct table *table, const struct marking_table *marking, size_t row, size_t column)
{
	return table->cells[row * marking->asked->count + column];
}

static bool same_column(const struct marking_table *marking, size_t own, size_t true_one, size_t rows)
{
	size_t row = 0;

	while (row < rows && trace_same(marking->asked, cell(&marking->table, marking, row, own),
				     cell(&marking->truth->table, marking, row, true_one)))
		row++;
	return row == rows;
}

static bool same_table(const struct marking_table *marking, const struct table *other)
{
	if (other->rows != marking->table.rows)
		return false;
	for (size_t i = 0; i < other->rows * marking->asked->count; i++) {
		if (!trace_same(marking->asked, marking->table.cells[i], other->cells[i]))
			return false;
	}
	return true;
}

/* Every row holds what the one before should: the values before the pass. */
static bool is_shifted(const struct marking_table *marking)
{
	const struct table *own = &marking->table, *truth = &marking->truth->table;
	size_t columns = marking->asked->count;

	if (own->rows < 3 || truth->rows < 3 || own->rows > truth->rows + 1 || own->rows + 1 < truth->rows)
		return false;
	for (size_t i = columns; i < own->rows * columns; i++) {
		if (!trace_same(marking->asked, own->cells[i], truth->cells[i - columns]))
			return false;
	}
	return true;
}

static bool find_exchanged(const struct marking_table *marking, size_t *left, size_t *right)
{
	size_t rows = marking->truth->table.rows;

	if (marking->table.rows != rows)
		return false;
	for (*left = 0; *left < marking->asked->count; ++*left) {
		for (*right = *left + 1; *right < marking->asked->count; ++*right) {
			if (same_column(marking, *left, *right, rows) && same_column(marking, *right, *left, rows) &&
				!same_column(marking, *left, *left, rows))
				return true;
		}
	}
	return false;
}

static bool all_flat(const struct marking_table *marking)
{
	size_t changing = 0;

	for (size_t i = 0; i < marking->asked->count; i++)
		changing += marking->flat[i];
	if (changing == 0)
		return false;
	for (size_t i = marking->asked->count; i < marking->table.rows * marking->asked->count; i++) {
		if (!trace_same(
			    marking->asked, marking->table.cells[i], marking->table.cells[i - marking->asked->count]))
			return false;
	}
	return true;
}

void diagnose(struct paper *paper, const struct marking_table *marking, struct msg_text *out)
{
	const struct trace_question *asked = marking->asked;
	struct msg_param params[] = { { "column", "" }, { "other", "" }, { "detail", "" }, { 0 } };
	const char *code = NULL;
	size_t left, right;

	if (same_table(marking, &marking->truth->table))
		return;
	if (all_flat(marking)) {
		code = "start-copied";
	} else if (is_shifted(marking)) {
		code = "values-before";
	} else if (find_exchanged(marking, &left, &right)) {
		code = "columns-exchanged";
		params[0].value = asked->columns[left].name;
		params[1].value = asked->columns[right].name;
	}
	for (size_t i = 0; !code && i < marking->truth->variant_count; i++) {
		if (!same_table(marking, &marking->truth->variants[i].table))
			continue;
		code = marking->truth->variants[i].code;
		params[2].value = marking->truth->variants[i].detail;
	}
	for (size_t i = 0; !code && i < asked->count; i++) {
		if (!marking->flat[i])
			continue;
		code = "never-updated";
		params[0].value = asked->columns[i].name;
	}
	if (code)
		*out = paper_say(paper, code, params);
}
