/*
 * Reading a truth table.
 *
 * Columns are known by their headings, in any order; rows by their inputs, in any order, where the inputs are shown, else
 * they are in the usual order. Without a header the columns are in the order of the question. What cannot be placed for
 * certain is a slip, at its place.
 */
#include <string.h>
#include "base/json.h"
#include "grid_words.h"
#include "logic/read.h"
#include "truth_table.h"

enum { HEADING_TRIES = 2000, HEADING_WORDS = 64, SHEET_COLUMNS = VARIABLES_MAX + TRUTH_COLUMNS_MAX + TRUTH_EXTRAS_MAX };

enum role { ROLE_INPUT, ROLE_ASKED, ROLE_EXTRA };
struct sheet_column {
	enum role role;
	size_t index;
	const struct expr *extra;
};
struct sheet {
	struct sheet_column columns[SHEET_COLUMNS];
	size_t count;
	size_t inputs; /* how many variables are shown */
};

struct reading_table {
	struct paper *paper;
	const struct truth_question *asked;
	struct filled *out;
	struct sheet sheet;
	struct cells cells;
	unsigned tries;
	bool seen[1 << TRUTH_VARIABLES_MAX];
};

static enum reading slip_at(
	struct reading_table *table, const char *code, size_t start, size_t end, const struct msg_param *params)
{
	struct slip slip = { .message = grid_say(table->paper->arena, code, params), .start = start, .end = end };

	return paper_slip(table->paper, &slip, 0);
}

static const char *number(struct reading_table *table, size_t value)
{
	return arena_printf(table->paper->arena, "%zu", value);
}

/* ---- headings ---- */

static bool is_used(const struct sheet *sheet, enum role role, size_t index)
{
	for (size_t i = 0; i < sheet->count; i++) {
		if (sheet->columns[i].role == role && sheet->columns[i].index == index)
			return true;
	}
	return false;
}

static bool starts_with_name(const char *text, const char *name)
{
	size_t length = strlen(name);

	if (strncmp(text, name, length) != 0)
		return false;
	text += length;
	while (*text == ' ')
		text++;
	return *text == '\0' || *text == '=' || *text == '(';
}

/* What a heading names; false when nothing. */
static bool heading_of(struct reading_table *table, const char *text, struct sheet_column *out)
{
	const struct truth_question *asked = table->asked;
	const struct vocabulary *vocabulary = &asked->shared.vocabulary;
	struct arena *arena = table->paper->arena;
	struct reading_of read;
	struct slip slip;

	*out = (struct sheet_column){ ROLE_INPUT, 0, NULL };
	for (unsigned i = 0; i < vocabulary->count; i++) {
		out->index = i;
		if (!strcmp(text, vocabulary->names[i]))
			return true;
	}
	*out = (struct sheet_column){ ROLE_ASKED, asked->count - 1, NULL };
	if (starts_with_name(text, asked->shared.name))
		return true;
	if (expr_read(&read, text, strlen(text), vocabulary, arena, &slip) < 0)
		return false;
	if (read.expr->op == EXPR_VARIABLE) {
		*out = (struct sheet_column){ ROLE_INPUT, read.expr->value, NULL };
		return true;
	}
	for (size_t i = 0; i < asked->count; i++) {
		out->index = i;
		if (asked->columns[i].expr && expr_alike(read.expr, asked->columns[i].expr, arena))
			return true;
	}
	*out = (struct sheet_column){ ROLE_EXTRA, 0, read.expr };
	return true;
}

static bool take_heading(struct reading_table *table, struct sheet_column column)
{
	struct sheet *sheet = &table->sheet;
	size_t extras = 0;

	if (sheet->count == SHEET_COLUMNS)
		return false;
	for (size_t i = 0; i < sheet->count; i++)
		extras += sheet->columns[i].role == ROLE_EXTRA;
	if (column.role == ROLE_EXTRA && extras == TRUTH_EXTRAS_MAX)
		return false;
	if (column.role == ROLE_EXTRA)
		column.index = extras;
	if (is_used(sheet, column.role, column.index))
		return false;
	sheet->columns[sheet->count++] = column;
	return true;
}

/* Words first..count of a segment as headings, each as short as can be, so that "a b a' + b" is three. */
static bool place_words(struct reading_table *table, const struct cell_span *list, size_t count)
{
	size_t before = table->sheet.count;

	if (count == 0)
		return true;
	for (size_t words = 1; words <= count && words <= 24; words++) {
		struct cell_span span = { list[0].start, list[words - 1].end, false };
		struct sheet_column column;

		if (++table->tries > HEADING_TRIES)
			return false;
		if (!heading_of(table, cells_text(&table->cells, &span, table->paper->arena), &column) ||
			(column.role == ROLE_EXTRA && words > 1) || !take_heading(table, column))
			continue;
		if (place_words(table, list + words, count - words))
			return true;
		table->sheet.count = before;
	}
	return false;
}

/* A segment between bars may be one heading of several words; "a b c" there are three inputs all the same. */
static bool place_segment(struct reading_table *table, const struct cell_span *segment)
{
	struct cell_span list[HEADING_WORDS];
	size_t count = cells_words(&table->cells, segment, list, HEADING_WORDS), before = table->sheet.count;
	struct sheet_column whole;
	bool known = heading_of(table, cells_text(&table->cells, segment, table->paper->arena), &whole);

	if (known && whole.role != ROLE_EXTRA && take_heading(table, whole)) {
		if (whole.role == ROLE_INPUT || count == 1)
			return true;
		struct sheet_column kept = table->sheet.columns[before];
		table->sheet.count = before;
		bool inputs = true;
		for (size_t i = 0; i < count; i++) {
			struct sheet_column word;
			inputs &= heading_of(table, cells_text(&table->cells, &list[i], table->paper->arena), &word) &&
				  word.role == ROLE_INPUT && !is_used(&table->sheet, ROLE_INPUT, word.index);
		}
		if (!inputs)
			return take_heading(table, kept);
	}
	if (place_words(table, list, count))
		return true;
	table->sheet.count = before;
	return known && segment->walled && take_heading(table, whole);
}

static size_t without_last_empty(const struct cells_line *line)
{
	size_t count = line->count;

	while (count > 0 && line->segments[count - 1].start == line->segments[count - 1].end)
		count--;
	return count;
}

static enum reading read_header(struct reading_table *table, const struct cells_line *line)
{
	for (size_t i = 0; i < without_last_empty(line); i++) {
		const struct cell_span *segment = &line->segments[i];

		/* A double bar. */
		if (segment->start == segment->end)
			continue;
		if (!place_segment(table, segment))
			return slip_at(table, "unknown-heading", segment->start, segment->end,
				(struct msg_param[]){
					{ "heading", grid_shown(table->paper->arena,
							     cells_text(&table->cells, segment, table->paper->arena)) },
					{ 0 } });
	}
	return READING_OK;
}

/* Is the first line a header? Not when it holds nothing but values; a name that is also a value counts as a name. */
static bool is_header(struct reading_table *table, const struct cells_line *line)
{
	const struct cell_span *list;
	size_t count = cells_plain(&table->cells, line, &list, table->paper->arena), values = 0, names = 0;

	for (size_t i = 0; i < count; i++) {
		const char *text = cells_text(&table->cells, &list[i], table->paper->arena);
		struct sheet_column column;
		bool value = cell_of(text, strlen(text)) < CELL_WORD || strspn(text, "01") == strlen(text);

		values += value;
		if (++table->tries < HEADING_WORDS && list[i].end > list[i].start)
			names += heading_of(table, text, &column) && column.role != ROLE_EXTRA;
	}
	table->tries = 0;
	return values < count && (names > 0 || 2 * values < count);
}

/* Without a header, by the number of columns. */
static bool place_unnamed(struct reading_table *table, size_t count)
{
	const struct truth_question *asked = table->asked;
	size_t inputs = asked->shared.vocabulary.count, last = asked->count - 1;
	bool with_inputs = count == inputs + 1 || count == inputs + asked->count;
	bool with_all = count == asked->count || count == inputs + asked->count;

	if (!with_inputs && count != 1 && !with_all)
		return false;
	for (size_t i = 0; with_inputs && i < inputs; i++)
		take_heading(table, (struct sheet_column){ ROLE_INPUT, i, NULL });
	for (size_t i = with_all ? 0 : last; i <= last; i++)
		take_heading(table, (struct sheet_column){ ROLE_ASKED, i, NULL });
	return true;
}

/* The last bar of a line that begins with one is its border. */
static bool place_line(struct reading_table *table, const struct cells_line *line)
{
	const struct cell_span *list;
	size_t count = cells_plain(&table->cells, line, &list, table->paper->arena), at = line->start;
	bool empty = list[count - 1].start == list[count - 1].end;

	while (table->cells.text[at] == ' ')
		at++;
	if (count > 1 && empty && table->cells.text[at] == '|')
		count--;
	while (!place_unnamed(table, count)) {
		if (count < 2 || list[count - 1].start != list[count - 1].end)
			return false;
		count--;
	}
	return true;
}

/* ---- cells ---- */

static void make_room(struct reading_table *table)
{
	uint32_t rows = table_rows(table->asked->shared.vocabulary.count);
	struct filled *out = table->out;

	for (size_t i = 0; i < table->sheet.count; i++) {
		const struct sheet_column *column = &table->sheet.columns[i];

		if (column->role == ROLE_EXTRA) {
			out->extras[column->index].expr = column->extra;
			out->extras[column->index].cells = arena_array(table->paper->arena, rows, sizeof(enum cell));
			out->extra_count = column->index + 1;
		}
	}
	for (size_t i = 0; i < table->asked->count; i++) {
		out->cells[i] = arena_array(table->paper->arena, rows, sizeof(enum cell));
		for (uint32_t row = 0; row < rows; row++)
			out->cells[i][row] = CELL_BLANK;
	}
}

static bool allowed(const struct reading_table *table, enum cell cell)
{
	return cell != CELL_WORD && (cell != CELL_OPEN || table_count(&table->asked->shared.target.any) > 0);
}

static void put(struct reading_table *table, const struct sheet_column *column, uint32_t row, enum cell cell)
{
	struct filled *out = table->out;

	if (column->role == ROLE_EXTRA)
		out->extras[column->index].cells[row] = cell;
	if (column->role != ROLE_ASKED)
		return;
	out->cells[column->index][row] = cell;
	out->shown[column->index] |= cell != CELL_BLANK;
	out->any |= cell != CELL_BLANK;
}

/* The row that the inputs of these cells say; -1 where one of them is no 0 and no 1. */
static int64_t row_of(const struct reading_table *table, const enum cell *cells)
{
	unsigned count = table->asked->shared.vocabulary.count;
	int64_t row = 0;

	for (size_t i = 0; i < table->sheet.count; i++) {
		const struct sheet_column *column = &table->sheet.columns[i];

		if (column->role != ROLE_INPUT)
			continue;
		if (cells[i] > CELL_1)
			return -1;
		row |= (int64_t)(cells[i] == CELL_1) << (count - 1 - column->index);
	}
	return row;
}

static enum reading read_cells(struct reading_table *table, const struct cell_span *list, enum cell *out)
{
	for (size_t i = 0; i < table->sheet.count; i++) {
		const char *text = cells_text(&table->cells, &list[i], table->paper->arena);

		out[i] = cell_of(text, strlen(text));
		if (allowed(table, out[i]))
			continue;
		return slip_at(table, out[i] == CELL_OPEN ? "cell-open" : "cell-word", list[i].start, list[i].end,
			(struct msg_param[]){ { "cell", grid_shown(table->paper->arena, text) }, { 0 } });
	}
	return READING_OK;
}

/* `natural` is the row in the usual order. */
static enum reading read_line(struct reading_table *table, const struct cells_line *line, uint32_t natural)
{
	const struct cell_span *list;
	enum cell cells[SHEET_COLUMNS];
	size_t count = cells_spread(&table->cells, line, table->sheet.count, &list, table->paper->arena);
	const struct boolean_spec *spec = &table->asked->shared;
	enum reading reading;
	int64_t row = natural;

	if (count != table->sheet.count)
		return slip_at(table, "cells-count", line->start, line->end,
			(struct msg_param[]){ { "count", number(table, count) },
				{ "wanted", number(table, table->sheet.count) }, { 0 } });
	reading = read_cells(table, list, cells);
	if (reading != READING_OK)
		return reading;
	if (table->sheet.inputs > 0)
		row = row_of(table, cells);
	if (row < 0)
		return slip_at(table, "inputs-missing", line->start, line->end, NULL);
	if (row >= table_rows(spec->vocabulary.count))
		return slip_at(table, "rows-too-many", line->start, line->end,
			(struct msg_param[]){ { "wanted", number(table, table_rows(spec->vocabulary.count)) }, { 0 } });
	if (table->seen[row])
		return slip_at(table, "row-repeated", line->start, line->end,
			(struct msg_param[]){ { "row", spec_row(spec, (uint32_t)row, table->paper->arena) }, { 0 } });
	table->seen[row] = true;
	for (size_t i = 0; i < table->sheet.count; i++)
		put(table, &table->sheet.columns[i], (uint32_t)row, cells[i]);
	return READING_OK;
}

static enum reading check_inputs(struct reading_table *table, size_t at)
{
	const struct vocabulary *vocabulary = &table->asked->shared.vocabulary;

	for (unsigned i = 0; i < vocabulary->count; i++)
		table->sheet.inputs += is_used(&table->sheet, ROLE_INPUT, i);
	for (unsigned i = 0; i < vocabulary->count && table->sheet.inputs > 0; i++) {
		if (!is_used(&table->sheet, ROLE_INPUT, i))
			return slip_at(table, "input-column-missing", at, at,
				(struct msg_param[]){ { "name", vocabulary->names[i] }, { 0 } });
	}
	if (!is_used(&table->sheet, ROLE_ASKED, table->asked->count - 1))
		return slip_at(table, "result-column-missing", at, at,
			(struct msg_param[]){ { "name", table->asked->shared.name }, { 0 } });
	return READING_OK;
}

static enum reading check_rows(struct reading_table *table, size_t at)
{
	const struct boolean_spec *spec = &table->asked->shared;

	for (uint32_t row = 0; row < table_rows(spec->vocabulary.count); row++) {
		if (!table->seen[row])
			return slip_at(table, "row-missing", at, at,
				(struct msg_param[]){ { "row", spec_row(spec, row, table->paper->arena) }, { 0 } });
	}
	return table->out->any ? READING_OK : READING_BLANK;
}

static enum reading read_text(struct reading_table *table)
{
	struct paper *paper = table->paper;
	const struct cells_line *first;
	enum reading reading = READING_OK;
	size_t line = 0;

	table->sheet.count = 0;
	cells_read(&table->cells, paper->text, 0, paper->bytes, paper->arena);
	if (table->cells.count == 0)
		return READING_BLANK;
	first = &table->cells.lines[0];
	if (is_header(table, first)) {
		reading = read_header(table, first);
		line = 1;
	} else {
		if (!place_line(table, first))
			return slip_at(table, "header-missing", first->start, first->start, NULL);
	}
	if (reading == READING_OK)
		reading = check_inputs(table, first->start);
	if (reading != READING_OK)
		return reading;
	make_room(table);
	for (uint32_t row = 0; line < table->cells.count; line++, row++) {
		reading = read_line(table, &table->cells.lines[line], row);
		if (reading != READING_OK)
			return reading;
	}
	return check_rows(table, paper->bytes);
}

/* ---- JSON ---- */

static enum reading refuse(struct reading_table *table, const char *code, const struct msg_param *params)
{
	return paper_unreadable(table->paper, grid_say(table->paper->arena, code, params));
}

static enum reading read_json_columns(struct reading_table *table, json_t *columns)
{
	uint32_t rows = table_rows(table->asked->shared.vocabulary.count);
	const char *heading;
	json_t *list;

	table->sheet.count = 0;
	json_object_foreach(columns, heading, list)
	{
		struct msg_param params[] = { { "heading", grid_shown(table->paper->arena, heading) },
			{ "count", number(table, json_array_size(list)) }, { "wanted", number(table, rows) }, { 0 } };
		struct sheet_column column;

		if (strlen(heading) > 200 || !heading_of(table, heading, &column) || !take_heading(table, column))
			return refuse(table, "unknown-heading", params);
		if (!json_is_array(list) || json_array_size(list) != rows)
			return refuse(table, "column-length", params);
	}
	make_room(table);
	size_t at = 0;
	json_object_foreach(columns, heading, list)
	{
		const struct sheet_column *column = &table->sheet.columns[at++];

		for (uint32_t row = 0; row < rows; row++) {
			enum cell cell = grid_json_cell(json_array_get(list, row));

			if (!allowed(table, cell))
				return refuse(table, cell == CELL_OPEN ? "cell-open" : "cell-word",
					(struct msg_param[]){ { "cell", grid_json_text(table->paper->arena,
										json_array_get(list, row)) },
						{ 0 } });
			put(table, column, row, cell);
		}
	}
	return table->out->any ? READING_OK : READING_BLANK;
}

/* Rows as a text of lines: one reader for both. */
static enum reading read_json_rows(struct reading_table *table, const json_t *rows)
{
	struct buf cleanup_buf text = BUF_INIT_MAX(PAPER_BYTES_MAX);
	struct paper *paper = table->paper;

	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);

		buf_addch(&text, '|');
		for (size_t j = 0; j < json_array_size(row); j++)
			buf_printf(&text, "%s|", grid_json_text(paper->arena, json_array_get(row, j)));
		buf_addch(&text, '\n');
	}
	if (buf_overflowed(&text))
		return refuse(table, "table-too-long", NULL);
	paper->text = arena_memdup(paper->arena, buf_str(&text), text.len);
	paper->bytes = text.len;
	return read_text(table);
}

enum reading truth_table_read(
	struct filled *out, struct paper *paper, const struct truth_question *asked, const json_t *answer)
{
	struct reading_table *table = arena_alloc(paper->arena, sizeof(*table));

	*out = (struct filled){ 0 };
	table->paper = paper;
	table->asked = asked;
	table->out = out;
	if (json_is_object(answer)) {
		json_t *columns = json_object_get(answer, "columns"), *rows = json_object_get(answer, "rows");

		if (json_object_size(answer) == 1 && json_is_object(columns))
			return read_json_columns(table, columns);
		if (json_object_size(answer) == 1 && json_is_array(rows))
			return read_json_rows(table, rows);
		return refuse(table, "table-json", NULL);
	}
	return read_text(table);
}
