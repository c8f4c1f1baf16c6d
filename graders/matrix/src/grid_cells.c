#include <string.h>
#include "exact/number_read.h"
#include "grader_matrix/grader_matrix.h"
#include "grid_rows.h"

/* What stands for a cell that is left blank. */
static bool is_blank_word(const struct draft *draft, struct stretch span)
{
	static const char *const words[] = { ".", "...", "\u2026", "_", "__", "___", "?", "\u00b7", "\u25a1",
		"\u2022" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (span.end - span.start == strlen(words[i]) &&
			!memcmp(draft->text + span.start, words[i], strlen(words[i])))
			return true;
	return span.start == span.end;
}

static struct number_style style_of(const struct grid_style *style, bool blanks)
{
	return (struct number_style){ .fractions = true, .comma_separates = style->whole, .blank_separates = blanks };
}

bool is_one_cell(const struct draft *draft, struct stretch span, const struct grid_style *style)
{
	const struct number_style one = style_of(style, false);
	struct number_reading read;
	struct slip slip;

	span = draft_trim(draft, span);
	return is_blank_word(draft, span) ||
	       number_read_all(&read, draft->text + span.start, span.end - span.start, &one, draft->arena, &slip) == 0;
}

static void add(struct row_cells *out, const struct number *cell)
{
	if (out->count < ROW_CELLS_MAX)
		out->cells[out->count++] = cell;
}

/* A comma that is no decimal one: the slip says what to type instead. */
static bool stray_comma(const struct draft *draft, struct stretch span, size_t *at)
{
	for (size_t i = span.start; i < span.end; i++) {
		bool digit = i + 1 < span.end && draft->text[i + 1] >= '0' && draft->text[i + 1] <= '9';

		if (draft->text[i] == ',' && !digit) {
			*at = i;
			return true;
		}
	}
	return false;
}

static int read_cell(
	struct row_cells *out, const struct draft *draft, struct stretch cell, const struct grid_style *style)
{
	const struct number_style one = style_of(style, false);
	struct number_reading read;
	size_t comma;

	cell = draft_trim(draft, cell);
	if (is_blank_word(draft, cell)) {
		add(out, NULL);
		return 0;
	}
	if (stray_comma(draft, cell, &comma))
		return draft_slip(draft, comma, comma + 1, style->whole ? "comma-and-other" : "comma-decimal", NULL);
	if (number_read_all(&read, draft->text + cell.start, cell.end - cell.start, &one, draft->arena, draft->slip))
		return draft_slip_behind(draft, cell.start);
	out->commas += memchr(draft->text + cell.start, ',', cell.end - cell.start) != NULL;
	add(out, read.value);
	return 0;
}

/* The next of the marks outside parentheses. */
static size_t find(const struct draft *draft, struct stretch span, const char *marks)
{
	int depth = 0;

	for (size_t at = span.start; at < span.end; at++) {
		char c = draft->text[at];

		depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
		if (depth == 0 && c != '\0' && strchr(marks, c))
			return at;
	}
	return span.end;
}

/* Nothing but blanks is left? Looks no further than the first of anything else. */
static bool is_over(const struct draft *draft, struct stretch rest)
{
	size_t used;

	while ((used = draft_blank(draft, rest.start, rest.end)) > 0)
		rest.start += used;
	return rest.start == rest.end;
}

/* Marks between cells. One at the end of the row ends its last cell; bars at both ends are a frame. */
static int read_walled(struct row_cells *out, const struct draft *draft, struct stretch row, const char *marks,
	const struct grid_style *style)
{
	if (row.start < row.end && draft->text[row.start] == '|')
		row.start++;
	for (;;) {
		size_t end = find(draft, row, marks);

		if (read_cell(out, draft, (struct stretch){ row.start, end }, style))
			return -1;
		if (end == row.end || out->count == ROW_CELLS_MAX)
			return 0;
		row.start = end + 1;
		if (is_over(draft, row) && draft->text[end] != ',')
			return 0;
	}
}

static int slip_behind(const struct draft *draft, size_t at, const struct grid_style *style)
{
	if (draft->text[at] == ',')
		return draft_slip(draft, at, at + 1, style->whole ? "comma-and-other" : "comma-decimal", NULL);
	return draft_slip(draft, at, at + 1, "cell-more", NULL);
}

static int read_by_blanks(
	struct row_cells *out, const struct draft *draft, struct stretch row, const struct grid_style *style)
{
	const struct number_style one = style_of(style, true);
	size_t at = row.start, blank;

	while (at < row.end && out->count < ROW_CELLS_MAX) {
		struct stretch word = { at, at };
		struct number_reading read;

		if ((blank = draft_blank(draft, at, row.end)) > 0) {
			at += blank;
			continue;
		}
		while (word.end < row.end && draft_blank(draft, word.end, row.end) == 0)
			word.end++;
		if (is_blank_word(draft, word)) {
			add(out, NULL);
			at = word.end;
			continue;
		}
		if (number_read(&read, draft->text + at, row.end - at, &one, draft->arena, draft->slip))
			return draft_slip_behind(draft, at);
		out->commas += memchr(draft->text + at, ',', read.bytes) != NULL;
		at += read.bytes;
		add(out, read.value);
		if (at < row.end && draft_blank(draft, at, row.end) == 0)
			return slip_behind(draft, at, style);
	}
	return 0;
}

int grid_row_cells(struct row_cells *out, const struct draft *draft, struct stretch row, const struct grid_style *style)
{
	size_t end;

	*out = (struct row_cells){ .count = 0 };
	row = draft_trim(draft, row);
	if (row.start < row.end && is_opening(draft->text[row.start])) {
		end = bracket_end(draft, row.start, row.end);
		if (end == SIZE_MAX)
			return draft_slip(draft, row.start, row.start + 1, "bracket-open", NULL);
		if (end + 1 == row.end)
			row = draft_trim(draft, (struct stretch){ row.start + 1, end });
	}
	if (find(draft, row, ";&|") < row.end)
		return read_walled(out, draft, row, ";&|", style);
	if (find(draft, row, "\t") < row.end)
		return read_walled(out, draft, row, "\t", style);
	if (style->whole && find(draft, row, ",") < row.end)
		return read_walled(out, draft, row, ",", style);
	return read_by_blanks(out, draft, row, style);
}
