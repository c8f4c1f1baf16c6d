/*
 * The grid of a map, with or without its codes.
 *
 * The header may begin with a corner, "ab\cd": the variables down the side, then those across the top; a map that stands
 * otherwise than the question's is read all the same, since a cell is what its codes say. Without codes the lines are
 * those of the question.
 */
#include <string.h>
#include "grid_words.h"
#include "map.h"

enum { EDGE_LINES = 1 << MAP_EDGE_MAX };

struct edge {
	unsigned variables[MAP_EDGE_MAX]; /* in the order of the code's digits */
	unsigned count;
	uint32_t codes[EDGE_LINES]; /* of each line */
};

struct grid_reading {
	struct paper *paper;
	const struct map_question *asked;
	struct cells cells;
	struct edge side, top;
	bool side_shown;
};

static enum reading slip_at(
	struct grid_reading *grid, const char *code, size_t start, size_t end, const struct msg_param *params)
{
	struct slip slip = { .message = grid_say(grid->paper->arena, code, params), .start = start, .end = end };

	return paper_slip(grid->paper, &slip, 0);
}

static const char *number(struct grid_reading *grid, size_t value)
{
	return arena_printf(grid->paper->arena, "%zu", value);
}

static uint32_t gray(uint32_t i)
{
	return i ^ (i >> 1);
}

static void set_edge(struct edge *edge, unsigned first, unsigned count)
{
	edge->count = count;
	for (unsigned i = 0; i < count; i++)
		edge->variables[i] = first + i;
	for (uint32_t i = 0; i < (uint32_t)1 << count; i++)
		edge->codes[i] = gray(i);
}

/* The variables named in text[start..end); false when something else stands there, or a name twice. */
static bool read_names(struct grid_reading *grid, size_t start, size_t end, struct edge *out, uint32_t *seen)
{
	const struct vocabulary *vocabulary = &grid->asked->shared.vocabulary;
	const char *text = grid->paper->text;
	unsigned count = 0;

	while (start < end) {
		size_t best = 0;
		unsigned which = 0;

		if (strchr(" ,.;\t", text[start]) != NULL) {
			start++;
			continue;
		}
		for (unsigned i = 0; i < vocabulary->count; i++) {
			size_t length = strlen(vocabulary->names[i]);

			if (length > best && length <= end - start &&
				!strncmp(text + start, vocabulary->names[i], length)) {
				best = length;
				which = i;
			}
		}
		if (best == 0 || (*seen >> which & 1) || count == MAP_EDGE_MAX)
			return false;
		*seen |= (uint32_t)1 << which;
		out->variables[count++] = which;
		start += best;
	}
	out->count = count;
	return count > 0;
}

/* "ab\cd" or "ab/cd". */
static bool read_corner(struct grid_reading *grid, size_t start, size_t end, size_t stroke)
{
	unsigned variables = grid->asked->shared.vocabulary.count;
	uint32_t seen = 0;
	struct edge side = { .count = 0 }, top = { .count = 0 };

	if (!read_names(grid, start, stroke, &side, &seen) || !read_names(grid, stroke + 1, end, &top, &seen) ||
		side.count + top.count != variables)
		return false;
	for (uint32_t i = 0; i < EDGE_LINES; i++)
		side.codes[i] = top.codes[i] = gray(i);
	grid->side = side;
	grid->top = top;
	return true;
}

/* The stroke of a corner in a line; `end` when it has none. */
static size_t stroke_in(const char *text, size_t start, size_t end)
{
	const char *stroke = memchr(text + start, '\\', end - start);

	if (!stroke)
		stroke = memchr(text + start, '/', end - start);
	return stroke ? (size_t)(stroke - text) : end;
}

static bool read_code(const char *text, const struct cell_span *span, const struct edge *edge, uint32_t *out)
{
	*out = 0;
	if (span->end - span->start != edge->count)
		return false;
	for (size_t i = span->start; i < span->end; i++) {
		if (text[i] != '0' && text[i] != '1')
			return false;
		*out = *out << 1 | (text[i] == '1');
	}
	return true;
}

static enum reading take_code(struct grid_reading *grid, struct edge *edge, uint32_t line, const struct cell_span *span)
{
	struct msg_param params[] = {
		{ "code", grid_shown(grid->paper->arena, cells_text(&grid->cells, span, grid->paper->arena)) },
		{ "count", number(grid, edge->count) }, { 0 }
	};

	if (!read_code(grid->paper->text, span, edge, &edge->codes[line]))
		return slip_at(grid, "map-code", span->start, span->end, params);
	for (uint32_t i = 0; i < line; i++) {
		if (edge->codes[i] == edge->codes[line])
			return slip_at(grid, "map-code-twice", span->start, span->end, params);
	}
	return READING_OK;
}

/* The header: the corner if there is one, then a code for each column. */
static enum reading read_header(struct grid_reading *grid, const struct cells_line *line)
{
	const struct cell_span *list;
	size_t columns = (size_t)1 << grid->top.count;
	size_t count = cells_plain(&grid->cells, line, &list, grid->paper->arena);
	enum reading reading = READING_OK;

	while (count > 0 && list[count - 1].start == list[count - 1].end)
		count--;
	if (count < columns)
		return slip_at(grid, "map-header", line->start, line->end,
			(struct msg_param[]){ { "wanted", number(grid, columns) }, { 0 } });
	for (uint32_t j = 0; j < columns && reading == READING_OK; j++)
		reading = take_code(grid, &grid->top, j, &list[count - columns + j]);
	return reading;
}

static enum reading read_line(
	struct grid_reading *grid, struct map_answer *out, const struct cells_line *line, uint32_t i, bool *any)
{
	size_t columns = (size_t)1 << grid->top.count;
	const struct cell_span *list;
	size_t count = cells_plain(&grid->cells, line, &list, grid->paper->arena), first = line->start;
	unsigned variables = grid->asked->shared.vocabulary.count;
	uint32_t code;

	while (grid->paper->text[first] == ' ')
		first++;
	count -= count > 1 && grid->paper->text[first] == '|' && list[count - 1].start == list[count - 1].end;
	if (count != columns && !(count == columns + 1 && read_code(grid->paper->text, &list[0], &grid->side, &code))) {
		bool coded = read_code(grid->paper->text, &list[0], &grid->side, &code);

		count = cells_spread(&grid->cells, line, columns + coded, &list, grid->paper->arena);
	}
	if (count != columns && count != columns + 1)
		return slip_at(grid, "cells-count", line->start, line->end,
			(struct msg_param[]){
				{ "count", number(grid, count) }, { "wanted", number(grid, columns) }, { 0 } });
	if (i > 0 && grid->side_shown != (count > columns))
		return slip_at(grid, "map-code-some", line->start, line->end, NULL);
	grid->side_shown = count > columns;
	if (grid->side_shown && take_code(grid, &grid->side, i, &list[0]) != READING_OK)
		return READING_UNREADABLE;
	for (uint32_t j = 0; j < columns; j++) {
		const struct cell_span *span = &list[count - columns + j];
		const char *text = cells_text(&grid->cells, span, grid->paper->arena);
		enum cell cell = cell_of(text, strlen(text));
		uint32_t row = 0;

		if (cell == CELL_WORD || (cell == CELL_OPEN && table_count(&grid->asked->shared.target.any) == 0))
			return slip_at(grid, cell == CELL_OPEN ? "cell-open" : "cell-word", span->start, span->end,
				(struct msg_param[]){ { "cell", grid_shown(grid->paper->arena, text) }, { 0 } });
		for (unsigned v = 0; v < grid->side.count; v++)
			row |= (grid->side.codes[i] >> (grid->side.count - 1 - v) & 1)
			       << (variables - 1 - grid->side.variables[v]);
		for (unsigned v = 0; v < grid->top.count; v++)
			row |= (grid->top.codes[j] >> (grid->top.count - 1 - v) & 1)
			       << (variables - 1 - grid->top.variables[v]);
		out->cells[row] = cell;
		*any |= cell != CELL_BLANK;
	}
	return READING_OK;
}

/* Neighbours differ in one variable, the last line and the first one too. */
static bool is_gray(const struct edge *edge)
{
	uint32_t lines = (uint32_t)1 << edge->count;

	for (uint32_t i = 0; i < lines; i++) {
		if (__builtin_popcount(edge->codes[i] ^ edge->codes[(i + 1) % lines]) != 1)
			return false;
	}
	return true;
}

static bool is_usual(const struct edge *edge, unsigned first, unsigned count)
{
	struct edge usual = { .count = 0 };

	set_edge(&usual, first, count);
	if (edge->count != count)
		return false;
	for (unsigned i = 0; i < count; i++) {
		if (edge->variables[i] != usual.variables[i])
			return false;
	}
	for (uint32_t i = 0; i < (uint32_t)1 << count; i++) {
		if (edge->codes[i] != usual.codes[i])
			return false;
	}
	return true;
}

enum reading map_read_grid(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, size_t start, size_t end)
{
	struct grid_reading grid = { .paper = paper, .asked = asked };
	unsigned down = asked->layout.row_variables, across = asked->layout.variables - down;
	enum reading reading = READING_OK;
	bool any = false;
	size_t header, stroke;

	cells_read(&grid.cells, paper->text, start, end, paper->arena);
	if (grid.cells.count == 0)
		return READING_BLANK;
	set_edge(&grid.side, 0, down);
	set_edge(&grid.top, down, across);
	const struct cells_line *first = &grid.cells.lines[0];
	stroke = stroke_in(paper->text, first->start, first->end);
	const struct cell_span *corner = &first->segments[0];
	size_t corner_end = first->count > 1 ? corner->end : stroke;
	while (first->count == 1 && corner_end < first->end && paper->text[corner_end] != ' ')
		corner_end++;
	if (stroke < first->end && (stroke < corner->start || stroke >= corner_end ||
					   !read_corner(&grid, corner->start, corner_end, stroke)))
		return slip_at(&grid, "map-corner", first->start, first->end, NULL);
	size_t lines = (size_t)1 << grid.side.count;
	header = grid.cells.count == lines + 1;
	if (grid.cells.count != lines + header)
		return slip_at(&grid, "map-lines", first->start, first->start,
			(struct msg_param[]){ { "count", number(&grid, grid.cells.count - 1) },
				{ "wanted", number(&grid, lines) }, { 0 } });
	if (header)
		reading = read_header(&grid, first);
	for (uint32_t i = 0; i < lines && reading == READING_OK; i++)
		reading = read_line(&grid, out, &grid.cells.lines[i + header], i, &any);
	if (reading != READING_OK)
		return reading;
	out->usual = is_usual(&grid.side, 0, down) && is_usual(&grid.top, down, across);
	out->not_gray = !is_gray(&grid.side) || !is_gray(&grid.top);
	return any ? READING_OK : READING_BLANK;
}
