/* Reading a table as a text: a header or none, a column of numbers before it or none, the rows, the result. */
#include "table.h"
#include <string.h>
#include "base/utf8.h"
#include "literal.h"
#include "table_cells.h"

enum { NO_COLUMN = TRACE_COLUMNS_MAX, HEADING_BYTES = 2 * TRACE_HEADING_MAX };

struct layout { /* of the columns as they stand */
	size_t columns[LINE_CELLS_MAX]; /* NO_COLUMN: the numbers of the passes */
	size_t count;
};

static enum reading slip_at(
	struct reading_table *table, const char *code, struct line_cell at, const struct msg_param *params)
{
	struct slip slip = { .message = msg_make(table->paper->arena, &trace_messages, code, params),
		.start = at.start,
		.end = at.end };

	return paper_slip(table->paper, &slip, 0);
}

static const char *number(struct reading_table *table, size_t value)
{
	return arena_printf(table->paper->arena, "%zu", value);
}

/* A piece of the answer that can stand in a message. */
static const char *piece(struct reading_table *table, struct line_cell cell)
{
	size_t bytes = cell.end - cell.start;

	while (bytes > TRACE_HEADING_MAX || (bytes > 0 && utf8_check(table->paper->text + cell.start, bytes) != bytes))
		bytes--;
	return arena_memdup(table->paper->arena, table->paper->text + cell.start, bytes);
}

/* ---- headings ---- */

/* Without blanks and marks of code, signs as Python writes them. */
static void normal(char *out, const char *text, size_t bytes)
{
	static const struct {
		int32_t rune;
		const char *as;
	} signs[] = { { 0x2260, "!=" }, { 0x2264, "<=" }, { 0x2265, ">=" }, { 0x2212, "-" }, { '`', "" }, { '?', "" } };
	size_t length = 0, used;

	for (size_t at = 0; at < bytes && length + 8 < HEADING_BYTES; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);
		const char *as = NULL;

		used = used ? used : 1;
		for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
			as = signs[i].rune == rune ? signs[i].as : as;
		if (utf8_is_blank(rune))
			continue;
		memcpy(out + length, as ? as : text + at, as ? strlen(as) : used);
		length += as ? strlen(as) : used;
	}
	out[length] = '\0';
}

size_t table_column(const struct trace_question *asked, const char *text, size_t bytes)
{
	char given[HEADING_BYTES], name[HEADING_BYTES];

	normal(given, text, bytes);
	for (size_t i = 0; i < asked->count; i++) {
		normal(name, asked->columns[i].name, strlen(asked->columns[i].name));
		if (!strcmp(given, name))
			return i;
	}
	return NO_COLUMN;
}

static bool is_header(const struct reading_table *table, const struct line *line)
{
	for (size_t i = 0; i < line->count && i < LINE_CELLS_MAX; i++) {
		const struct line_cell *cell = &line->cells[i];

		if (table_column(table->asked, table->paper->text + cell->start, cell->end - cell->start) != NO_COLUMN)
			return true;
	}
	return false;
}

static enum reading read_header(struct reading_table *table, const struct line *line, struct layout *out)
{
	bool seen[TRACE_COLUMNS_MAX + 1] = { false };

	for (size_t i = 0; i < line->count && i < LINE_CELLS_MAX; i++) {
		struct line_cell cell = line->cells[i];
		size_t column = table_column(table->asked, table->paper->text + cell.start, cell.end - cell.start);
		struct msg_param params[] = { { "heading", piece(table, cell) }, { 0 } };

		if (column == NO_COLUMN && (i > 0 || line->count > table->asked->count + 1))
			return slip_at(table, "unknown-heading", cell, params);
		if (seen[column])
			return slip_at(table, "heading-twice", cell, params);
		seen[column] = true;
		out->columns[out->count++] = column;
	}
	for (size_t i = 0; i < table->asked->count; i++) {
		if (!seen[i])
			return slip_at(table, "heading-missing", (struct line_cell){ line->start, line->start },
				(struct msg_param[]){ { "heading", table->asked->columns[i].name }, { 0 } });
	}
	return READING_OK;
}

static void lay_out_unnamed(struct layout *out, const struct trace_question *asked, size_t count)
{
	if (count == asked->count + 1)
		out->columns[out->count++] = NO_COLUMN;
	for (size_t i = 0; i < asked->count; i++)
		out->columns[out->count++] = i;
}

/* ---- cells ---- */

enum reading table_literal(
	struct reading_table *table, struct line_cell at, const char *data, bool text, const struct value **out)
{
	size_t bytes = at.end - at.start, bad;
	struct line_cell place = at;

	if (bytes > TRACE_CELL_MAX)
		return slip_at(table, "cell-too-long", at,
			(struct msg_param[]){ { "most", number(table, TRACE_CELL_MAX) }, { 0 } });
	if (literal_read(out, data, bytes, text, &bad, table->paper->arena) != LITERAL_BAD)
		return READING_OK;
	place.start += bad < bytes ? bad : 0;
	return slip_at(table, "cell-unreadable", place, (struct msg_param[]){ { "cell", piece(table, at) }, { 0 } });
}

static bool ends_with_bar(const char *text, const struct line *line)
{
	size_t end = line->end;

	while (end > line->start && strchr(" \t\r", text[end - 1]))
		end--;
	return end > line->start && text[end - 1] == '|';
}

static enum reading read_line(struct reading_table *table, struct line *line, const struct layout *layout)
{
	size_t columns = table->asked->count;
	const struct value **row = table->out->cells + table->out->rows * columns;

	while (line->count > layout->count && line->count <= LINE_CELLS_MAX &&
		line->cells[line->count - 1].start == line->cells[line->count - 1].end)
		line->count--;
	/* "84|36|": what stands behind the last bar is the last cell, where it is missing. */
	if (line->count + 1 == layout->count && line->count > 0 && ends_with_bar(table->paper->text, line))
		line->cells[line->count++] = (struct line_cell){ line->end, line->end };
	if (line->count != layout->count)
		return slip_at(table, "row-cells", (struct line_cell){ line->start, line->start },
			(struct msg_param[]){ { "count", number(table, line->count) },
				{ "wanted", number(table, layout->count) }, { 0 } });
	for (size_t i = 0; i < line->count; i++) {
		size_t column = layout->columns[i];
		struct line_cell cell = line->cells[i];

		if (column == NO_COLUMN)
			continue;
		enum reading reading = table_literal(
			table, cell, table->paper->text + cell.start, table->asked->columns[column].text, &row[column]);
		if (reading != READING_OK)
			return reading;
	}
	table->out->rows++;
	return READING_OK;
}

/* "résultat : 12": where its value begins; 0 when the line is none. */
static size_t result_at(const char *text, size_t start, size_t end)
{
	static const char *const words[] = { "résultat", "Résultat", "resultat", "Resultat", "result", "Result",
		"RÉSULTAT" };
	size_t used;

	while (start < end && (text[start] == ' ' || text[start] == '|' || text[start] == '*'))
		start++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t length = strlen(words[i]), at = start + length;

		if (end - start <= length || strncmp(text + start, words[i], length) != 0)
			continue;
		for (; at < end; at += used) {
			int32_t rune = utf8_next(text + at, end - at, &used);

			if (used == 0)
				break;
			if (rune == ':' || rune == '=')
				return at + 1;
			if (!utf8_is_blank(rune) && rune != '*')
				break;
		}
	}
	return 0;
}

static enum reading read_result(struct reading_table *table, size_t at, size_t end)
{
	while (end > at && strchr("|* \r", table->paper->text[end - 1]))
		end--;
	table->out->result_given = true;
	return table_literal(table, (struct line_cell){ at, end }, table->paper->text + at, false, &table->out->result);
}

static size_t line_end(const struct paper *paper, size_t start)
{
	const char *newline = memchr(paper->text + start, '\n', paper->bytes - start);

	return newline ? (size_t)(newline - paper->text) : paper->bytes;
}

static enum reading read_text(struct reading_table *table)
{
	struct paper *paper = table->paper;
	enum reading reading = READING_OK;
	struct layout layout = { .count = 0 };
	size_t end;

	for (size_t start = 0; start < paper->bytes && reading == READING_OK; start = end + 1) {
		struct line line;
		size_t result;

		end = line_end(paper, start);
		if (line_is_empty(paper->text, start, end) || line_is_border(paper->text, start, end))
			continue;
		result = table->asked->result ? result_at(paper->text, start, end) : 0;
		if (result > 0) {
			reading = read_result(table, result, end);
			continue;
		}
		line_split(&line, paper->text, start, end, table->asked->count);
		if (layout.count == 0 && is_header(table, &line)) {
			reading = read_header(table, &line, &layout);
			continue;
		}
		if (layout.count == 0)
			lay_out_unnamed(&layout, table->asked, line.count);
		if (table->out->rows == TRACE_ROWS_MAX)
			return slip_at(table, "rows-too-many", (struct line_cell){ start, start },
				(struct msg_param[]){ { "most", number(table, TRACE_ROWS_MAX) }, { 0 } });
		reading = read_line(table, &line, &layout);
	}
	return reading;
}

static bool row_is_blank(const struct table *table, size_t row, size_t columns)
{
	for (size_t i = 0; i < columns; i++) {
		if (table->cells[row * columns + i])
			return false;
	}
	return true;
}

enum reading table_read(
	struct table *out, struct paper *paper, const struct trace_question *asked, const json_t *answer)
{
	struct reading_table table = { .paper = paper, .asked = asked, .out = out };
	enum reading reading;

	*out = (struct table){ .rows = 0 };
	out->cells = arena_array(paper->arena, TRACE_ROWS_MAX * asked->count, sizeof(*out->cells));
	reading = json_is_object(answer) || json_is_array(answer) ? table_read_json(&table, answer) : read_text(&table);
	if (reading != READING_OK)
		return reading;
	while (out->rows > 0 && row_is_blank(out, out->rows - 1, asked->count))
		out->rows--;
	return out->rows > 0 || out->result ? READING_OK : READING_BLANK;
}
