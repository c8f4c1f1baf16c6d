/*
 * A value for each vertex, in lines of two cells, in two lines of many, or as "A: 0, B: 1". Values stay texts here: what
 * they are is their reader's business.
 */
#include <string.h>
#include "base/utf8.h"
#include "words.h"

enum { CELLS_MAX = GRAPH_VERTICES_MAX + 2, LINES_MAX = 400 };

struct table {
	struct words words; /* of the whole text: where slips are placed */
	const struct vertices *vertices;
	struct vertex_texts *out;
	struct text lines[LINES_MAX];
	size_t count;
};

struct row {
	struct text cells[CELLS_MAX];
	size_t count;
};

static struct text trimmed_part(const char *start, const char *end)
{
	return text_trimmed((struct text){ start, (size_t)(end - start) });
}

/* "|---|:--:|" and lines of box drawing. */
static bool is_border(struct text line)
{
	size_t used, strokes = 0;

	for (size_t at = 0; at < line.bytes; at += used) {
		int32_t rune = utf8_next(line.at + at, line.bytes - at, &used);

		if (!utf8_is_blank(rune) && !(rune > 0 && rune < 128 && strchr("|-:+=_", (int)rune)) &&
			!(rune >= 0x2500 && rune <= 0x257f))
			return false;
		strokes += rune == '-' || rune == '=' || rune == '_' || rune == 0x2500 || rune == 0x2550;
	}
	return strokes >= 3;
}

static bool split_lines(struct table *table)
{
	const char *end = table->words.text.at + table->words.text.bytes;

	for (const char *at = table->words.text.at; at < end;) {
		const char *stop = at;

		while (stop < end && *stop != '\n' && *stop != '\r')
			stop++;
		struct text line = trimmed_part(at, stop);
		at = stop + 1;
		if (line.bytes == 0 || is_border(line))
			continue;
		if (table->count == LINES_MAX)
			return false;
		table->lines[table->count++] = line;
	}
	return true;
}

/* Cells between bars or tabs; *walled is false where there are none of these. A bar at either end is a border. */
static bool split_cells(struct row *out, struct text line)
{
	const char *at = line.at, *end = line.at + line.bytes;
	bool walled = memchr(line.at, '|', line.bytes) || memchr(line.at, '\t', line.bytes);

	out->count = 0;
	if (!walled)
		return false;
	if (*at == '|')
		at++;
	if (end > at && end[-1] == '|')
		end--;
	while (out->count < CELLS_MAX) {
		const char *stop = at;

		while (stop < end && *stop != '|' && *stop != '\t')
			stop++;
		out->cells[out->count++] = trimmed_part(at, stop);
		if (stop >= end)
			break;
		at = stop + 1;
	}
	return true;
}

static void split_words(struct row *out, struct text line)
{
	const char *end = line.at + line.bytes;

	out->count = 0;
	for (const char *at = line.at; at < end && out->count < CELLS_MAX;) {
		const char *stop = at;

		while (stop < end && *stop != ' ')
			stop++;
		if (stop > at)
			out->cells[out->count++] = (struct text){ at, (size_t)(stop - at) };
		at = stop + 1;
	}
}

static size_t find(const struct table *table, struct text word)
{
	return vertex_find(table->vertices, word.at, word.bytes);
}

static int put(struct table *table, struct text name, struct text value)
{
	size_t vertex = find(table, name);

	if (vertex == VERTEX_NONE)
		return words_slip_known(&table->words, "unknown-vertex", name, table->vertices);
	if (table->out->texts[vertex].at)
		return words_slip(&table->words, "vertex-row-twice", name);
	table->out->texts[vertex] = value;
	return 0;
}

/* ---- two lines: vertices, values ---- */

static bool lies(const struct table *table, struct row *names, struct row *values, size_t *skip)
{
	if (table->count != 2)
		return false;
	bool walled = split_cells(names, table->lines[0]);
	if (walled != split_cells(values, table->lines[1]))
		return false;
	if (!walled) {
		split_words(names, table->lines[0]);
		split_words(values, table->lines[1]);
	}
	*skip = names->count > 0 && find(table, names->cells[0]) == VERTEX_NONE;
	if (names->count < 2 + *skip)
		return false;
	/* Values may stand under their names without a heading of their own. */
	size_t shift = *skip && values->count + 1 == names->count ? 1 : 0;
	if (values->count + shift != names->count)
		return false;
	for (size_t i = *skip; i < names->count; i++)
		if (find(table, names->cells[i]) == VERTEX_NONE)
			return false;
	/* "A B" over "B C" are two lines of successors. */
	return *skip || names->count == table->vertices->count || find(table, values->cells[0]) == VERTEX_NONE;
}

static int read_lying(struct table *table, const struct row *names, const struct row *values, size_t skip)
{
	size_t shift = values->count + 1 == names->count ? 1 : 0;

	for (size_t i = skip; i < names->count; i++)
		if (put(table, names->cells[i], values->cells[i - shift]))
			return -1;
	return 0;
}

/* ---- "A: …" ---- */

/* The names before each ":" or "=" or arrow of a line; where a value ends the next name begins. */
static int read_pairs(struct table *table, struct text line, size_t *pairs)
{
	struct words words = { line, 0, table->words.arena, table->words.slip, WORD_END };
	struct text word, last = { NULL, 0 }, name = { NULL, 0 };
	const char *value = NULL, *end = line.at + line.bytes;

	*pairs = 0;
	while (words_next(&words, &word)) {
		bool arrow = words.kind == WORD_JOINT && word.bytes > 1 && !name.at;
		if ((words.kind == WORD_COLON || arrow) && last.at) {
			if (name.at && put(table, name, trimmed_part(value, last.at)))
				return -1;
			name = last;
			value = word.at + word.bytes;
			(*pairs)++;
		}
		last = words.kind == WORD_NAME ? word : (struct text){ NULL, 0 };
	}
	return name.at ? put(table, name, trimmed_part(value, end)) : 0;
}

static size_t count_pairs(const struct table *table, struct text line, struct text *first)
{
	struct words words = { line, 0, table->words.arena, table->words.slip, WORD_END };
	struct text word, last = { NULL, 0 };
	size_t count = 0;

	while (words_next(&words, &word)) {
		bool arrow = words.kind == WORD_JOINT && word.bytes > 1;
		if ((words.kind == WORD_COLON || arrow) && last.at) {
			if (count++ == 0)
				*first = last;
		}
		last = words.kind == WORD_NAME ? word : (struct text){ NULL, 0 };
	}
	return count;
}

/* "A 0, B 1": pieces that each are a name and its value; false where one is not. With `take` they are put. */
static bool read_pieces(struct table *table, struct text line, bool take, int *fault)
{
	const char *at = line.at, *end = line.at + line.bytes;
	size_t pieces = 0;

	while (at < end) {
		const char *stop = at;
		struct row row;

		while (stop < end && *stop != ',' && *stop != ';')
			stop++;
		struct text piece = trimmed_part(at, stop);
		at = stop + 1;
		if (piece.bytes == 0)
			continue;
		split_words(&row, piece);
		if (row.count != 2 || find(table, row.cells[0]) == VERTEX_NONE)
			return false;
		pieces++;
		if (take && (*fault = put(table, row.cells[0], row.cells[1])))
			return true;
	}
	return pieces > 1;
}

static int read_line(struct table *table, size_t index)
{
	struct text line = table->lines[index], first = { line.at, 0 };
	size_t pairs = 0;
	struct row row;

	if (split_cells(&row, line) && row.count >= 2) {
		if (index == 0 && table->count > 1 && find(table, row.cells[0]) == VERTEX_NONE)
			return 0;
		if (row.count > 2 && row.cells[2].bytes > 0)
			return words_slip(&table->words, "table-two-columns", row.cells[2]);
		return put(table, row.cells[0], row.cells[1]);
	}
	if (count_pairs(table, line, &first) > 0) {
		if (index == 0 && table->count > 1 && find(table, first) == VERTEX_NONE)
			return 0;
		return read_pairs(table, line, &pairs);
	}
	int fault = 0;
	if (read_pieces(table, line, false, &fault)) {
		read_pieces(table, line, true, &fault);
		return fault;
	}
	split_words(&row, line);
	if (index == 0 && table->count > 1 && find(table, row.cells[0]) == VERTEX_NONE)
		return 0;
	return put(table, row.cells[0], trimmed_part(row.cells[0].at + row.cells[0].bytes, line.at + line.bytes));
}

/* A comma, semicolon or full stop that ends a value belongs to the sentence. */
static void tidy(struct table *table)
{
	for (size_t v = 0; v < table->vertices->count; v++) {
		struct text *text = &table->out->texts[v];

		while (text->bytes > 0 && strchr(",;.", text->at[text->bytes - 1]))
			text->bytes--;
		if (text->at)
			*text = text_trimmed(*text);
	}
}

int vertex_table_read(struct vertex_texts *out, const struct vertices *vertices, struct text text, struct arena *arena,
	struct slip *slip)
{
	struct table *table = arena_alloc(arena, sizeof(*table));
	struct row *names = arena_alloc(arena, sizeof(*names)), *values = arena_alloc(arena, sizeof(*values));
	size_t skip = 0;

	table->words = (struct words){ text, 0, arena, slip, WORD_END };
	table->vertices = vertices;
	table->out = out;
	out->texts = arena_array(arena, vertices->count + 1, sizeof(*out->texts));
	if (!split_lines(table))
		return words_slip(&table->words, "table-too-long", (struct text){ text.at, 0 });
	if (lies(table, names, values, &skip)) {
		if (read_lying(table, names, values, skip))
			return -1;
	} else {
		for (size_t i = 0; i < table->count; i++)
			if (read_line(table, i))
				return -1;
	}
	tidy(table);
	return 0;
}
