#include "grid_rows.h"
#include <string.h>
#include "base/utf8.h"

enum { PEELED_MAX = 6 };

bool is_opening(char c)
{
	return c == '[' || c == '(' || c == '{';
}

static char closing(char c)
{
	return c == '[' ? ']' : c == '(' ? ')' : '}';
}

size_t bracket_end(const struct draft *draft, size_t at, size_t end)
{
	enum { DEPTH_MAX = 16 };
	char open[DEPTH_MAX];
	size_t depth = 0;

	for (; at < end; at++) {
		char c = draft->text[at];

		if (is_opening(c)) {
			if (depth == DEPTH_MAX)
				return SIZE_MAX;
			open[depth++] = closing(c);
		} else if (c == ']' || c == ')' || c == '}') {
			if (depth == 0 || open[depth - 1] != c)
				return SIZE_MAX;
			if (--depth == 0)
				return at;
		}
	}
	return SIZE_MAX;
}

static void add(struct rows *out, struct stretch span)
{
	if (out->count <= MATRIX_SIDE_MAX)
		out->spans[out->count++] = span;
}

/* What stands between two rows in brackets; *comma: a comma was there. Returns where the next bracket is. */
static size_t between(const struct draft *draft, size_t at, size_t end, bool *comma)
{
	while (at < end) {
		size_t blank = draft_blank(draft, at, end);

		if (blank == 0 && !strchr(";,&/|", draft->text[at]))
			break;
		*comma |= draft->text[at] == ',';
		at += blank > 0 ? blank : 1;
	}
	return at;
}

/* Nothing but brackets with rows in them? Then these are the rows. `inside`: brackets stand around all of it, so that "(1)"
 * is a row as well; else it is a number. */
static bool rows_in_brackets(
	struct rows *out, const struct draft *draft, struct stretch span, bool inside, const struct grid_style *style)
{
	*out = (struct rows){ .count = 0 };
	for (size_t at = span.start; at < span.end;) {
		size_t end = is_opening(draft->text[at]) ? bracket_end(draft, at, span.end) : SIZE_MAX;
		struct stretch row = { at + 1, end };

		if (end == SIZE_MAX)
			return false;
		if (!inside && draft->text[at] == '(' && is_one_cell(draft, row, style))
			return false;
		add(out, row);
		at = between(draft, end + 1, span.end, &out->by_comma);
	}
	return out->count > 0;
}

/* A line of a Markdown table between its header and its rows, or one of a frame. */
static bool is_border(const struct draft *draft, struct stretch line)
{
	size_t strokes = 0;

	for (size_t at = line.start; at < line.end; at++) {
		if (!strchr("|-+: \t", draft->text[at]))
			return false;
		strokes += draft->text[at] == '-';
	}
	return strokes >= 2;
}

static bool blank_at(const struct draft *draft, struct stretch span, size_t at)
{
	size_t used;

	if (at >= span.end)
		return true;
	return draft_blank(draft, at, span.end) > 0 && utf8_next(draft->text + at, span.end - at, &used) >= 0;
}

/* Is the character before `at` a blank, or the beginning? */
static bool blank_before(const struct draft *draft, struct stretch span, size_t at)
{
	size_t start = at;

	if (at <= span.start)
		return true;
	do
		start--;
	while (start > span.start && (draft->text[start] & 0xc0) == 0x80);
	return draft_blank(draft, start, at) > 0;
}

enum slash { SLASH_NONE, SLASH_BAR, SLASH_HALF, SLASH_ROW };

static enum slash slash_at(const struct draft *draft, struct stretch span, size_t at)
{
	bool before, behind;

	if (draft->text[at] != '/')
		return SLASH_NONE;
	before = blank_before(draft, span, at);
	behind = blank_at(draft, span, at + 1);
	return before && behind ? SLASH_ROW : before || behind ? SLASH_HALF : SLASH_BAR;
}

/* Where the row that begins at `at` ends, by the marks in `ends`: ends of line, slashes, semicolons. */
static size_t row_end(const struct draft *draft, struct stretch span, const char *ends)
{
	int depth = 0;

	for (size_t at = span.start; at < span.end; at++) {
		char c = draft->text[at];
		bool wanted = c != '\0' && strchr(ends, c) != NULL;

		depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
		if (!wanted || depth > 0)
			continue;
		/* "\n /": a slash that has blanks around it, whatever other slashes are. */
		if (c != '/' || strchr(ends, 'a') || slash_at(draft, span, at) == SLASH_ROW)
			return at;
	}
	return span.end;
}

/* `ends` with an "a": slashes of all kinds end rows. */
static void split(struct rows *out, const struct draft *draft, struct stretch span, const char *ends)
{
	*out = (struct rows){ .count = 0 };
	while (span.start <= span.end) {
		size_t end = row_end(draft, span, ends);
		struct stretch row = draft_trim(draft, (struct stretch){ span.start, end });

		if (row.start < row.end && !is_border(draft, row))
			add(out, row);
		span.start = end + 1;
	}
}

/* Do semicolons end rows: does more than one number stand between two of them? "[1 2; 3 4]" */
static bool semicolons_end_rows(const struct draft *draft, struct stretch span, const struct grid_style *style)
{
	while (span.start <= span.end) {
		size_t end = row_end(draft, span, ";");

		if (!is_one_cell(draft, (struct stretch){ span.start, end }, style))
			return true;
		span.start = end + 1;
	}
	return false;
}

static int split_line(struct rows *out, const struct draft *draft, struct stretch span, const struct grid_style *style)
{
	size_t bars = 0, halves = 0, place = 0;

	for (size_t at = span.start; at < span.end; at++) {
		enum slash slash = slash_at(draft, span, at);

		bars += slash == SLASH_BAR;
		halves += slash == SLASH_HALF;
		place = slash == SLASH_HALF ? at : place;
	}
	if (halves > 0 && !style->whole)
		return draft_slip(draft, place, place + 1, "slash-unclear", NULL);
	if (memchr(draft->text + span.start, ';', span.end - span.start) && semicolons_end_rows(draft, span, style)) {
		split(out, draft, span, ";");
		return 0;
	}
	if (style->whole && bars + halves > 0) {
		split(out, draft, span, "/a");
		out->by_slash = true;
		return 0;
	}
	split(out, draft, span, "");
	return 0;
}

static int rows_of_lines(
	struct rows *out, const struct draft *draft, struct stretch span, const struct grid_style *style)
{
	split(out, draft, span, "\n/");
	return out->count > 1 ? 0 : split_line(out, draft, span, style);
}

int grid_rows(struct rows *out, const struct draft *draft, struct stretch span, const struct grid_style *style)
{
	span = draft_trim(draft, span);
	if (rows_in_brackets(out, draft, span, false, style) && out->count > 1)
		return 0;
	for (int peeled = 0; peeled < PEELED_MAX && span.start < span.end; peeled++) {
		size_t end;

		if (!is_opening(draft->text[span.start]))
			break;
		end = bracket_end(draft, span.start, span.end);
		if (end == SIZE_MAX)
			return draft_slip(draft, span.start, span.start + 1, "bracket-open", NULL);
		if (end + 1 != span.end)
			break;
		span = draft_trim(draft, (struct stretch){ span.start + 1, end });
		if (rows_in_brackets(out, draft, span, true, style) && out->count > 1)
			return 0;
	}
	return rows_of_lines(out, draft, span, style);
}
