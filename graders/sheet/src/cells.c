/*
 * Bars and semicolons always separate, tabs where there is no bar, commas outside parentheses; blanks do inside what is
 * left. So "0 0 1 | 1" is four cells, and "| 0 |  | 1 |" is three.
 */
#include "sheet/cells.h"
#include <string.h>
#include "base/utf8.h"

enum mark { MARK_OTHER, MARK_BLANK, MARK_TAB, MARK_DASH, MARK_BAR, MARK_SEMICOLON, MARK_COMMA };

static enum mark mark_of(int32_t rune)
{
	switch (rune) {
	case ' ':
	case '\r':
	case '\f':
	case '\v':
	case 0xa0:
	case 0x202f:
	case 0x3000:
	case 0xfeff:
		return MARK_BLANK;
	case '\t':
		return MARK_TAB;
	case '|':
	case 0xa6:
	case 0x2016:
	case 0xff5c:
		return MARK_BAR;
	case ';':
		return MARK_SEMICOLON;
	case ',':
		return MARK_COMMA;
	case 0x2500: /* horizontal strokes: a border has nothing else */
	case 0x2501:
	case 0x2550:
		return MARK_DASH;
	default:
		break;
	}
	if (rune >= 0x2000 && rune <= 0x200d)
		return MARK_BLANK;
	return rune >= 0x2500 && rune <= 0x257f ? MARK_BAR : MARK_OTHER;
}

struct line_scan {
	const char *text;
	size_t start, end;
	bool tabs; /* separate */
};

/* The next character from `at` on; *used bytes. */
static int32_t rune_at(const struct line_scan *line, size_t at, size_t *used)
{
	int32_t rune = utf8_next(line->text + at, line->end - at, used);

	if (rune < 0)
		*used = 1;
	return rune;
}

/* Nothing but strokes, plus signs, colons and bars, two strokes running or a box-drawing one at least; after the header
 * single strokes between bars do as well. */
static bool is_border(const struct line_scan *line, bool after_header)
{
	size_t strokes = 0, run = 0, bars = 0, used;

	for (size_t at = line->start; at < line->end; at += used) {
		int32_t rune = rune_at(line, at, &used);
		enum mark mark = mark_of(rune);

		if (rune == '-' || rune == '=' || rune == 0x2014 || rune == 0x2013) {
			if (++run >= 2)
				strokes++;
			else if (after_header)
				bars++;
			continue;
		}
		run = 0;
		if (mark == MARK_DASH || (mark == MARK_BAR && rune >= 0x2500 && rune != 0x2502 && rune != 0x2503 &&
						 rune != 0x2551 && rune < 0x3000))
			strokes++;
		else if (mark == MARK_OTHER && rune != '+' && rune != ':')
			return false;
	}
	return strokes > 0 || bars > 0;
}

static bool is_empty(const struct line_scan *line)
{
	size_t used;

	for (size_t at = line->start; at < line->end; at += used) {
		enum mark mark = mark_of(rune_at(line, at, &used));

		if (mark != MARK_BLANK && mark != MARK_TAB)
			return false;
	}
	return true;
}

static bool separates(const struct line_scan *line, enum mark mark, int depth)
{
	if (mark == MARK_COMMA)
		return depth <= 0;
	return mark == MARK_BAR || mark == MARK_SEMICOLON || (mark == MARK_TAB && line->tabs);
}

static struct cell_span trimmed(const struct line_scan *line, size_t start, size_t end)
{
	size_t first = end, last = start, used;

	for (size_t at = start; at < end; at += used) {
		enum mark mark = mark_of(rune_at(line, at, &used));

		if (mark == MARK_BLANK || mark == MARK_TAB)
			continue;
		first = first == end ? at : first;
		last = at + used;
	}
	return first == end ? (struct cell_span){ start, start, true } : (struct cell_span){ first, last, true };
}

/* Splits; with out NULL, counts. What stands before a first bar is no cell when it is empty; behind a last one it may be. */
static size_t split(const struct line_scan *line, struct cell_span *out)
{
	size_t count = 0, start = line->start, used;
	int depth = 0;

	for (size_t at = line->start; at <= line->end; at += used) {
		int32_t rune = at < line->end ? rune_at(line, at, &used) : 0;
		enum mark mark = mark_of(rune);
		bool end = at == line->end;

		used = end ? 1 : used;
		depth += rune == '(' ? 1 : rune == ')' && depth > 0 ? -1 : 0;
		if (!end && !separates(line, mark, depth))
			continue;
		struct cell_span segment = trimmed(line, start, at);
		bool edge = start == line->start && mark == MARK_BAR;
		if (segment.start < segment.end || !edge) {
			if (out)
				out[count] = segment;
			count++;
		}
		start = at + used;
	}
	if (out && count == 1)
		out[0].walled = false;
	return count;
}

static void read_line(struct cells_line *out, struct line_scan *line, struct arena *arena)
{
	struct cell_span *segments;
	bool bars = false, tab = false;
	size_t used;

	for (size_t at = line->start; at < line->end; at += used) {
		enum mark mark = mark_of(rune_at(line, at, &used));

		bars |= mark == MARK_BAR || mark == MARK_SEMICOLON;
		tab |= mark == MARK_TAB;
	}
	line->tabs = tab && !bars;
	segments = arena_array(arena, split(line, NULL), sizeof(*segments));
	*out = (struct cells_line){ line->start, line->end, segments, split(line, segments) };
}

void cells_read(struct cells *out, const char *text, size_t start, size_t end, struct arena *arena)
{
	struct cells_line *lines;
	size_t most = 1;

	for (size_t at = start; at < end; at++)
		most += text[at] == '\n';
	lines = arena_array(arena, most, sizeof(*lines));
	*out = (struct cells){ text, lines, 0 };
	while (start < end) {
		const char *newline = memchr(text + start, '\n', end - start);
		struct line_scan line = { text, start, newline ? (size_t)(newline - text) : end, false };

		start = line.end + 1;
		if (!is_empty(&line) && !is_border(&line, out->count == 1))
			read_line(&lines[out->count++], &line, arena);
	}
}

static const struct {
	const char *word;
	enum cell cell;
} words[] = {
	{ "0", CELL_0 },
	{ "f", CELL_0 },
	{ "faux", CELL_0 },
	{ "false", CELL_0 },
	{ "1", CELL_1 },
	{ "v", CELL_1 },
	{ "t", CELL_1 },
	{ "vrai", CELL_1 },
	{ "true", CELL_1 },
	{ "x", CELL_OPEN },
	{ "-", CELL_OPEN },
	{ "*", CELL_OPEN },
	{ "×", CELL_OPEN },
	{ "–", CELL_OPEN },
	{ "—", CELL_OPEN },
	{ "−", CELL_OPEN },
	{ "φ", CELL_OPEN },
	{ "Φ", CELL_OPEN },
	{ "Ø", CELL_OPEN },
	{ "ø", CELL_OPEN },
	{ "", CELL_BLANK },
	{ ".", CELL_BLANK },
	{ "_", CELL_BLANK },
	{ "?", CELL_BLANK },
	{ "…", CELL_BLANK },
	{ "...", CELL_BLANK },
	{ "__", CELL_BLANK },
	{ "___", CELL_BLANK },
};

/* ASCII letters in either case. */
static bool same_word(const char *text, size_t bytes, const char *word)
{
	size_t i = 0;

	for (; i < bytes && word[i] != '\0'; i++) {
		char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];

		if (c != word[i])
			return false;
	}
	return i == bytes && word[i] == '\0';
}

enum cell cell_of(const char *text, size_t bytes)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (same_word(text, bytes, words[i].word))
			return words[i].cell;
	}
	return CELL_WORD;
}

size_t cells_words(const struct cells *cells, const struct cell_span *segment, struct cell_span *out, size_t most)
{
	const struct line_scan line = { cells->text, segment->start, segment->end, false };
	size_t count = 0, used;
	bool inside = false;

	if (segment->start == segment->end && most > 0)
		out[count++] = *segment;
	for (size_t at = segment->start; at < segment->end; at += used) {
		enum mark mark = mark_of(rune_at(&line, at, &used));
		bool blank = mark == MARK_BLANK || mark == MARK_TAB;

		if (!blank && !inside) {
			if (count == most)
				return count;
			out[count++] = (struct cell_span){ at, at, false };
		}
		inside = !blank;
		if (inside)
			out[count - 1].end = at + used;
	}
	return count;
}

size_t cells_plain(
	const struct cells *cells, const struct cells_line *line, const struct cell_span **out, struct arena *arena)
{
	size_t most = line->end - line->start + line->count + 1, count = 0;
	struct cell_span *list = arena_array(arena, most, sizeof(*list));

	for (size_t i = 0; i < line->count; i++)
		count += cells_words(cells, &line->segments[i], list + count, most - count);
	*out = list;
	return count;
}

/* 001, and 0.1 where a cell is left empty. */
static bool is_glued(const char *text, const struct cell_span *span)
{
	size_t values = 0;

	for (size_t i = span->start; i < span->end; i++) {
		if (text[i] != '0' && text[i] != '1' && text[i] != '.')
			return false;
		values += text[i] != '.';
	}
	return values > 0 && span->end > span->start + 1;
}

/* 001 as three words. */
static size_t taken_apart(
	const char *text, const struct cell_span *list, size_t count, struct cell_span *out, size_t most)
{
	size_t made = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_glued(text, &list[i])) {
			if (made < most)
				out[made] = list[i];
			made++;
			continue;
		}
		for (size_t at = list[i].start; at < list[i].end; at++, made++) {
			if (made < most)
				out[made] = (struct cell_span){ at, at + 1, false };
		}
	}
	return made;
}

/* Without empty words, from the right first, as long as there are too many. */
static size_t without_empty(struct cell_span *list, size_t count, size_t wanted)
{
	size_t kept = 0, drop;

	while (count > wanted && list[count - 1].start == list[count - 1].end)
		count--;
	drop = count > wanted ? count - wanted : 0;
	for (size_t i = 0; i < count; i++) {
		if (drop > 0 && list[i].start == list[i].end) {
			drop--;
			continue;
		}
		list[kept++] = list[i];
	}
	return kept;
}

size_t cells_spread(const struct cells *cells, const struct cells_line *line, size_t wanted,
	const struct cell_span **out, struct arena *arena)
{
	const struct cell_span *plain;
	struct cell_span *list;
	size_t count = cells_plain(cells, line, &plain, arena), apart;

	*out = plain;
	if (count == wanted)
		return count;
	if (count < wanted) {
		list = arena_array(arena, wanted, sizeof(*list));
		apart = taken_apart(cells->text, plain, count, list, wanted);
		if (apart != wanted)
			return count;
		*out = list;
		return apart;
	}
	list = arena_array(arena, count, sizeof(*list));
	memcpy(list, plain, count * sizeof(*list));
	*out = list;
	return without_empty(list, count, wanted);
}

const char *cells_text(const struct cells *cells, const struct cell_span *span, struct arena *arena)
{
	return arena_memdup(arena, cells->text + span->start, span->end - span->start);
}
