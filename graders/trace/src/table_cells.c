#include "table_cells.h"
#include <stdint.h>
#include "base/utf8.h"

enum separator { SEPARATE_BLANKS, SEPARATE_COMMAS, SEPARATE_SEMICOLONS, SEPARATE_TABS, SEPARATE_BARS };

struct walk {
	const char *text;
	size_t at, end;
	int depth; /* of brackets */
	int32_t quote; /* that is open; 0 */
	bool fresh; /* nothing of this cell yet: a quote may open here */
};

static bool is_bar(int32_t rune)
{
	return rune == '|' || rune == 0xa6 || rune == 0x2502 || rune == 0x2503 || rune == 0x2551 || rune == 0xff5c;
}

static bool is_blank(int32_t rune)
{
	return utf8_is_blank(rune) || rune == 0xfeff || rune == 0x200b;
}

static int32_t rune_at(const char *text, size_t at, size_t end, size_t *used)
{
	int32_t rune = utf8_next(text + at, end - at, used);

	if (*used == 0)
		*used = 1;
	return rune;
}

/* The next character that is neither quoted nor in brackets, or 0 for one that is; *used bytes of it. */
static int32_t next(struct walk *walk, size_t *used)
{
	int32_t rune = rune_at(walk->text, walk->at, walk->end, used);
	bool was_fresh = walk->fresh;

	walk->fresh = was_fresh && is_blank(rune);
	if (walk->quote) {
		walk->quote = rune == walk->quote ? 0 : walk->quote;
		return 0;
	}
	if ((was_fresh || walk->depth > 0) && (rune == '\'' || rune == '"')) {
		walk->quote = rune;
		return 0;
	}
	if (rune == '[' || rune == '(') {
		walk->depth++;
		return 0;
	}
	if ((rune == ']' || rune == ')') && walk->depth > 0) {
		walk->depth--;
		return 0;
	}
	return walk->depth > 0 && !is_bar(rune) ? 0 : rune;
}

static enum separator separator_of(const char *text, size_t start, size_t end)
{
	struct walk walk = { .text = text, .at = start, .end = end, .fresh = true };
	enum separator found = SEPARATE_BLANKS;
	size_t used;

	for (; walk.at < end; walk.at += used) {
		int32_t rune = next(&walk, &used);
		enum separator here = is_bar(rune)   ? SEPARATE_BARS
				      : rune == '\t' ? SEPARATE_TABS
				      : rune == ';'  ? SEPARATE_SEMICOLONS
						     : SEPARATE_BLANKS;

		found = here > found ? here : found;
		walk.fresh |= here != SEPARATE_BLANKS;
	}
	return found;
}

static struct line_cell trimmed(const char *text, size_t start, size_t end)
{
	size_t first = end, last = start, used;

	for (size_t at = start; at < end; at += used) {
		if (is_blank(rune_at(text, at, end, &used)))
			continue;
		first = first == end ? at : first;
		last = at + used;
	}
	return first == end ? (struct line_cell){ start, start } : (struct line_cell){ first, last };
}

static bool separates(enum separator by, int32_t rune, bool blank_follows)
{
	switch (by) {
	case SEPARATE_BARS:
		return is_bar(rune);
	case SEPARATE_TABS:
		return rune == '\t';
	case SEPARATE_SEMICOLONS:
		return rune == ';';
	case SEPARATE_COMMAS:
		return rune == ',';
	case SEPARATE_BLANKS:
		break;
	}
	return rune > 0 && (is_blank(rune) || (rune == ',' && blank_follows));
}

static void add(struct line *out, struct line_cell cell)
{
	if (out->count < LINE_CELLS_MAX)
		out->cells[out->count] = cell;
	out->count++;
}

static void split(struct line *out, const char *text, enum separator by)
{
	struct walk walk = { .text = text, .at = out->start, .end = out->end, .fresh = true };
	size_t start = out->start, used;
	struct line_cell cell;

	out->count = 0;
	while (walk.at < out->end) {
		int32_t rune = next(&walk, &used);
		size_t after = walk.at + used, ignored;
		bool blank_follows = after >= out->end || is_blank(rune_at(text, after, out->end, &ignored));

		if (separates(by, rune, blank_follows)) {
			cell = trimmed(text, start, walk.at);
			/* Blanks are one separator, however many; what stands before a first bar is its border. */
			bool nothing = cell.start == cell.end;
			if (!nothing || (by != SEPARATE_BLANKS && !(by == SEPARATE_BARS && start == out->start)))
				add(out, cell);
			start = after;
			walk.fresh = true;
			walk.quote = 0;
			walk.depth = 0;
		}
		walk.at = after;
	}
	cell = trimmed(text, start, out->end);
	if (cell.start < cell.end || (by != SEPARATE_BLANKS && by != SEPARATE_BARS))
		add(out, cell);
}

void line_split(struct line *out, const char *text, size_t start, size_t end, size_t wanted)
{
	enum separator by = separator_of(text, start, end);

	*out = (struct line){ .start = start, .end = end };
	split(out, text, by);
	if (by != SEPARATE_BLANKS || wanted == 0 || out->count == wanted || out->count == wanted + 1)
		return;
	struct line other = { .start = start, .end = end };
	split(&other, text, SEPARATE_COMMAS);
	if (other.count == wanted || other.count == wanted + 1)
		*out = other;
}

bool line_is_empty(const char *text, size_t start, size_t end)
{
	struct line_cell cell = trimmed(text, start, end);

	return cell.start == cell.end;
}

bool line_is_border(const char *text, size_t start, size_t end)
{
	bool run = false, stroke = false;
	size_t used;

	for (size_t at = start; at < end; at += used) {
		int32_t rune = rune_at(text, at, end, &used);
		bool box = rune >= 0x2500 && rune <= 0x257f && !is_bar(rune);
		bool dash = rune == '-' || rune == '=' || box;

		run |= box || (dash && stroke);
		stroke = dash;
		if (!dash && !is_bar(rune) && !is_blank(rune) && rune != ':' && rune != '+')
			return false;
	}
	return run;
}
