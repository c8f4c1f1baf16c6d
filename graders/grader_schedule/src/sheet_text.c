/*
 * An answer as people type it: tables, whose rows are tasks or stages (or whose columns are, the other way round), and
 * lines with a label, "Chemin critique : D-E-F". What cannot be placed for certain is a slip, at its place.
 */
#include <string.h>
#include "answer.h"
#include "base/utf8.h"
#include "grader_schedule/grader_schedule.h"

/* A label in the middle of a line is short, and comes early. */
enum { COLUMNS_MAX = SCHEDULE_TASKS_MAX + 4, LABEL_TRIES = 150, LABEL_BYTES = 80 };

struct span {
	size_t start, end;
};
struct line_cells {
	struct span cells[COLUMNS_MAX];
	size_t count;
	bool walled; /* between bars or tabs: a cell may be empty */
};
enum current { CURRENT_NOTHING, CURRENT_TABLE, CURRENT_TURNED, CURRENT_PART };

struct sheet_reading {
	struct raw *out;
	struct paper *paper;
	const struct schedule_question *asked;
	enum current current;
	int roles[COLUMNS_MAX]; /* of the table's columns */
	struct span names[COLUMNS_MAX]; /* of a turned table's columns */
	size_t columns, names_column;
	enum part part; /* of a line with a label */
	struct line_cells cells; /* of the line at hand */
};

static enum reading slip_at(struct sheet_reading *sheet, const char *code, struct span span, const char *extra)
{
	struct arena *arena = sheet->paper->arena;
	size_t length = span.end - span.start, shown = length < 40 ? length : 40;

	while (shown < length && shown > 0 && ((unsigned char)sheet->paper->text[span.start + shown] & 0xc0) == 0x80)
		shown--;
	struct slip slip = { .start = span.start, .end = span.end };
	slip.message = msg_make(arena, &schedule_reading_messages, code,
		(struct msg_param[]){ { "text", arena_memdup(arena, sheet->paper->text + span.start, shown) },
			{ "extra", extra ? extra : "" }, { 0 } });
	return paper_slip(sheet->paper, &slip, 0);
}

static struct span trimmed(const char *text, size_t start, size_t end)
{
	size_t used;

	while (start < end) {
		int32_t rune = utf8_next(text + start, end - start, &used);

		if (!utf8_is_blank(rune) && !utf8_is_mark(rune) && rune != '*')
			break;
		start += used;
	}
	while (end > start) {
		size_t at = end - 1;

		while (at > start && ((unsigned char)text[at] & 0xc0) == 0x80)
			at--;
		int32_t rune = utf8_next(text + at, end - at, &used);
		if (!utf8_is_blank(rune) && !utf8_is_mark(rune) && rune != '*')
			break;
		end = at;
	}
	return (struct span){ start, end };
}

/* How wide a separator of this kind at `at` is; 0: none stands there. */
static size_t separator(const char *text, size_t at, size_t end, char kind)
{
	size_t used, wide = 0;
	int32_t rune = utf8_next(text + at, end - at, &used);

	if (kind == '|')
		return rune == '|' || rune == 0xa6 || (rune >= 0x2500 && rune <= 0x257f) ? used : 0;
	if (kind != ' ' && kind != 'w')
		return rune == kind ? used : 0;
	while (at < end) {
		rune = utf8_next(text + at, end - at, &used);
		if (!utf8_is_blank(rune))
			break;
		at += used;
		wide += used;
	}
	return kind == 'w' && wide < 2 ? 0 : wide;
}

static bool has_separator(const char *text, struct span line, char kind)
{
	for (size_t at = line.start; at < line.end; at++) {
		if (((unsigned char)text[at] & 0xc0) != 0x80 && separator(text, at, line.end, kind) > 0)
			return true;
	}
	return false;
}

static void split(struct sheet_reading *sheet, struct span line)
{
	static const char kinds[] = "|\t;w ,";
	const char *text = sheet->paper->text;
	struct line_cells *out = &sheet->cells;
	size_t kind = 0, start;

	line = trimmed(text, line.start, line.end);
	while (kinds[kind + 1] && !has_separator(text, line, kinds[kind]))
		kind++;
	out->walled = kinds[kind] == '|' || kinds[kind] == '\t' || kinds[kind] == ';';
	out->count = 0;
	start = line.start;
	for (size_t at = line.start; at <= line.end;) {
		size_t wide = at == line.end ? 1 : separator(text, at, line.end, kinds[kind]);

		if (wide == 0) {
			utf8_next(text + at, line.end - at, &wide);
			at += wide;
			continue;
		}
		struct span cell = trimmed(text, start, at);
		bool edge = kinds[kind] == '|' && cell.start == cell.end && (start == line.start || at == line.end);
		if (!edge && out->count < COLUMNS_MAX)
			out->cells[out->count++] = cell;
		at += wide;
		start = at;
	}
}

static bool is_border(const char *text, struct span line)
{
	size_t used;

	for (size_t at = line.start; at < line.end; at += used) {
		int32_t rune = utf8_next(text + at, line.end - at, &used);

		if (!utf8_is_blank(rune) && !strchr("-=+|:_", rune < 128 ? rune : 'x') && rune != 0x2014 &&
			rune != 0x2013 && (rune < 0x2500 || rune > 0x257f))
			return false;
	}
	return true;
}

static int role_of(struct sheet_reading *sheet, struct span cell)
{
	int role = heading_role(sheet->asked, sheet->paper->text + cell.start, cell.end - cell.start);

	return role == PART_DURATION ? ROLE_DATA : role;
}

static bool is_row_name(struct sheet_reading *sheet, struct span cell)
{
	const char *text = sheet->paper->text + cell.start;
	size_t index, bytes = cell.end - cell.start;

	return name_of(&sheet->asked->tasks, text, bytes, &index) ||
	       (sheet->asked->pert && name_of(&sheet->asked->stages, text, bytes, &index));
}

static bool has_rows(enum part part)
{
	enum part_form form = part_specs[part].form;

	return form == FORM_NUMBERS || form == FORM_SETS || part == PART_CRITICAL;
}

/* ---- lines with a label ---- */

/* Where the text behind a label begins; SIZE_MAX: there is none. */
static size_t label_end(struct sheet_reading *sheet, struct span line, enum part *part)
{
	static const char *const signs[] = { ":", "=", " est de ", " est ", " sont ", " is ", " are ", NULL };
	const char *text = sheet->paper->text;

	for (size_t i = 0; signs[i]; i++) {
		size_t length = strlen(signs[i]);
		const char *sign = memmem(text + line.start, line.end - line.start, signs[i], length);

		if (!sign)
			continue;
		int role = heading_role(sheet->asked, text + line.start, (size_t)(sign - text) - line.start);
		if (role >= PART_COUNT || (has_rows((enum part)role) && role != PART_CRITICAL))
			continue;
		*part = (enum part)role;
		return (size_t)(sign - text) + length;
	}
	return SIZE_MAX;
}

/* Where, behind a label, a comma or semicolon comes before another one: "Chemin : A-B, durée : 5". */
static size_t next_label(struct sheet_reading *sheet, struct span content, enum part current)
{
	enum part part = current;
	size_t tries = 0;

	for (size_t at = content.start; at < content.end && tries < LABEL_TRIES; at++) {
		char sign = sheet->paper->text[at];
		size_t end = content.end - at < LABEL_BYTES ? content.end : at + LABEL_BYTES;

		if (sign != ',' && sign != ';')
			continue;
		tries++;
		if (label_end(sheet, (struct span){ at + 1, end }, &part) != SIZE_MAX && part != current)
			return at;
	}
	return content.end;
}

/* The only part that is no table, where just one is asked and no table is; PART_COUNT: there is no such. */
static enum part only_part(const struct schedule_question *asked)
{
	enum part only = PART_COUNT;

	for (enum part part = 0; part < PART_COUNT; part++) {
		if (!asked->asked[part])
			continue;
		if (only != PART_COUNT || (has_rows(part) && part != PART_CRITICAL))
			return PART_COUNT;
		only = part;
	}
	return only;
}

static enum reading put_whole(struct sheet_reading *sheet, struct span content, bool more)
{
	struct raw_cell *cell = &sheet->out->whole[sheet->part];
	struct arena *arena = sheet->paper->arena;
	struct span span = trimmed(sheet->paper->text, content.start, content.end);
	const char *text = arena_memdup(arena, sheet->paper->text + span.start, span.end - span.start);

	if (!sheet->asked->asked[sheet->part])
		return READING_OK;
	if (!more && cell->text)
		return slip_at(sheet, "part-twice", span, NULL);
	if (more && cell->text && *cell->text)
		text = arena_printf(arena, "%s\n%s", cell->text, text);
	*cell = (struct raw_cell){ text, cell->text && *cell->text ? cell->at : span.start };
	return READING_OK;
}

static enum reading take_labels(struct sheet_reading *sheet, struct span line, size_t content)
{
	enum reading reading = READING_OK;

	sheet->current = CURRENT_PART;
	while (reading == READING_OK && content != SIZE_MAX) {
		size_t end = next_label(sheet, (struct span){ content, line.end }, sheet->part);

		reading = put_whole(sheet, (struct span){ content, end }, false);
		if (end == line.end)
			break;
		content = label_end(sheet, (struct span){ end + 1, line.end }, &sheet->part);
	}
	return reading;
}

/* ---- tables ---- */

/* A line of headings: some of them name columns, and its first cell is no task. */
static bool is_header(struct sheet_reading *sheet)
{
	const struct line_cells *line = &sheet->cells;
	size_t named = 0;

	for (size_t i = 0; i < line->count; i++)
		named += role_of(sheet, line->cells[i]) != ROLE_NONE;
	return named > 0 && (named > 1 || line->walled) && line->count > 1 && !is_row_name(sheet, line->cells[0]);
}

/* All cells but the first one are tasks: the table lies on its side. */
static bool is_turned_header(struct sheet_reading *sheet)
{
	const struct line_cells *line = &sheet->cells;

	for (size_t i = 1; i < line->count; i++) {
		struct span cell = line->cells[i];

		if (!is_row_name(sheet, cell) &&
			border_word(sheet->paper->text + cell.start, cell.end - cell.start) == 0)
			return false;
	}
	return line->count > 2 && !is_row_name(sheet, line->cells[0]);
}

static enum reading take_header(struct sheet_reading *sheet)
{
	const struct line_cells *line = &sheet->cells;

	sheet->current = CURRENT_TABLE;
	sheet->columns = line->count;
	sheet->names_column = SIZE_MAX;
	for (size_t i = 0; i < line->count; i++) {
		int role = role_of(sheet, line->cells[i]);

		if ((role == ROLE_TASKS || role == ROLE_STAGES) && sheet->names_column == SIZE_MAX)
			sheet->names_column = i;
		if (role == ROLE_NONE && i > 0 && line->cells[i].end > line->cells[i].start)
			return slip_at(sheet, "heading-unknown", line->cells[i], NULL);
		if (role < PART_COUNT && !has_rows((enum part)role))
			return slip_at(sheet, "heading-no-column", line->cells[i], NULL);
		for (size_t j = 0; j < i; j++) {
			if (role < PART_COUNT && role == sheet->roles[j])
				return slip_at(sheet, "column-twice", line->cells[i], NULL);
		}
		sheet->roles[i] = role;
	}
	if (sheet->names_column == SIZE_MAX)
		sheet->names_column = 0;
	return READING_OK;
}

/* Without headings the columns are those that are asked, in the order of the starter. */
static bool take_usual_header(struct sheet_reading *sheet)
{
	size_t count = 1;

	sheet->roles[0] = ROLE_TASKS;
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (sheet->asked->asked[part] && has_rows(part) && part != PART_CRITICAL)
			sheet->roles[count++] = (int)part;
	}
	sheet->columns = count;
	sheet->names_column = 0;
	sheet->current = CURRENT_TABLE;
	return count > 1 && sheet->cells.count == count;
}

static void put_border_row(struct sheet_reading *sheet, int side, int role, struct span cell)
{
	struct raw_cell *whole = &sheet->out->whole[PART_DURATION];

	/* The earliest date of the end is the duration. */
	if (side == 2 && role == PART_EARLIEST && sheet->asked->asked[PART_DURATION] && !whole->text &&
		cell.end > cell.start)
		*whole = (struct raw_cell){ arena_memdup(sheet->paper->arena, sheet->paper->text + cell.start,
						    cell.end - cell.start),
			cell.start };
}

static enum reading put_cell(struct sheet_reading *sheet, struct span name, int role, struct span cell)
{
	const char *text = sheet->paper->text;
	size_t bytes = name.end - name.start, index;
	int side = border_word(text + name.start, bytes);
	struct raw_cell *raw;

	if (role >= PART_COUNT || !sheet->asked->asked[role])
		return READING_OK;
	if (!name_of(part_names(sheet->asked, (enum part)role), text + name.start, bytes, &index) ||
		index >= part_rows(sheet->asked, role == PART_CRITICAL ? PART_TOTAL : (enum part)role)) {
		if (side != 0)
			put_border_row(sheet, side, role, cell);
		else if (cell.end > cell.start && !is_row_name(sheet, name))
			return slip_at(sheet, "row-unknown", name, NULL);
		else if (cell.end > cell.start && !is_none_word(text + cell.start, cell.end - cell.start))
			return slip_at(sheet, "row-other-table", cell, NULL);
		return READING_OK;
	}
	raw = &sheet->out->rows[role][index];
	if (raw->text)
		return slip_at(sheet, "row-twice", name, NULL);
	*raw = (struct raw_cell){ arena_memdup(sheet->paper->arena, text + cell.start, cell.end - cell.start),
		cell.start };
	return READING_OK;
}

static enum reading take_row(struct sheet_reading *sheet, struct span whole)
{
	const struct line_cells *line = &sheet->cells;
	struct arena *arena = sheet->paper->arena;
	enum reading reading = READING_OK;
	const struct span nothing = { whole.end, whole.end };
	size_t count = line->count;

	while (count > sheet->columns && line->cells[count - 1].start == line->cells[count - 1].end)
		count--;
	if (count > sheet->columns || (count < sheet->columns && !line->walled && count > 1))
		return slip_at(sheet, "cells-count", whole, arena_printf(arena, "%zu", sheet->columns));
	if (sheet->names_column >= count)
		return READING_OK;
	struct span name = line->cells[sheet->names_column];
	if (!is_row_name(sheet, name) && border_word(sheet->paper->text + name.start, name.end - name.start) == 0)
		return slip_at(sheet, "row-unknown", name, NULL);
	for (size_t i = 0; i < sheet->columns && reading == READING_OK; i++)
		reading = put_cell(sheet, name, sheet->roles[i], i < count ? line->cells[i] : nothing);
	return reading;
}

static enum reading take_turned_row(struct sheet_reading *sheet, struct span whole)
{
	const struct line_cells *line = &sheet->cells;
	int role = role_of(sheet, line->cells[0]);
	enum reading reading = READING_OK;

	if (role == ROLE_NONE || (role < PART_COUNT && !has_rows((enum part)role)))
		return slip_at(sheet, "heading-unknown", line->cells[0], NULL);
	if (line->count > sheet->columns || (line->count < sheet->columns && !line->walled))
		return slip_at(sheet, "cells-count", whole, arena_printf(sheet->paper->arena, "%zu", sheet->columns));
	for (size_t i = 1; i < line->count && reading == READING_OK; i++)
		reading = put_cell(sheet, sheet->names[i], role, line->cells[i]);
	return reading;
}

static enum reading take_line(struct sheet_reading *sheet, struct span line)
{
	enum part part = only_part(sheet->asked);
	size_t content = label_end(sheet, line, &sheet->part);

	if (content != SIZE_MAX)
		return take_labels(sheet, line, content);
	if (part != PART_COUNT && part != PART_CRITICAL) {
		sheet->part = part;
		return put_whole(sheet, line, true);
	}
	split(sheet, line);
	if (is_turned_header(sheet)) {
		sheet->current = CURRENT_TURNED;
		sheet->columns = sheet->cells.count;
		memcpy(sheet->names, sheet->cells.cells, sizeof(sheet->names));
		return READING_OK;
	}
	/* A turned table's rows begin with a heading as well. */
	bool headings = is_header(sheet);
	if (sheet->current == CURRENT_TURNED && (!headings || role_of(sheet, sheet->cells.cells[1]) == ROLE_NONE))
		return take_turned_row(sheet, line);
	if (headings)
		return take_header(sheet);
	if (sheet->current == CURRENT_TABLE)
		return take_row(sheet, line);
	if (sheet->current == CURRENT_PART)
		return put_whole(sheet, line, true);
	if (part == PART_CRITICAL) {
		sheet->part = part;
		return put_whole(sheet, line, true);
	}
	if (sheet->cells.count > 1 && is_row_name(sheet, sheet->cells.cells[0]))
		return take_usual_header(sheet) ? take_row(sheet, line) : slip_at(sheet, "header-missing", line, NULL);
	return slip_at(sheet, "line-unknown", line, NULL);
}

enum reading sheet_text_read(struct raw *out, struct paper *paper, const struct schedule_question *asked)
{
	struct sheet_reading *sheet = arena_alloc(paper->arena, sizeof(*sheet));
	enum reading reading = READING_OK;
	size_t start = 0;

	*sheet = (struct sheet_reading){ .out = out, .paper = paper, .asked = asked };
	out->plain = true;
	while (start < paper->bytes && reading == READING_OK) {
		const char *newline = memchr(paper->text + start, '\n', paper->bytes - start);
		size_t end = newline ? (size_t)(newline - paper->text) : paper->bytes;
		struct span line = trimmed(paper->text, start, end);

		start = end + 1;
		if (line.start < line.end && !is_border(paper->text, line))
			reading = take_line(sheet, line);
	}
	return reading;
}
