/*
 * A grid as people type it: lines of cells between spaces, tabs, semicolons, commas, bars, Markdown or box-drawing borders.
 *
 * Use: cells_read() splits a text into lines of segments (what stands between two separators); cells_spread() makes a
 * line of data into as many cells as its header has. Nothing here fails: what a line means is its reader's business.
 * Lines that are borders or blank are left out.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

enum cell {
	CELL_0,
	CELL_1,
	CELL_OPEN, /* x, -, *: don't care */
	CELL_BLANK, /* nothing, ., _, ? */
	CELL_WORD, /* something else */
};

struct cell_span { /* bytes of the text */
	size_t start, end;
	bool walled; /* between two separators, or a separator and the edge: more than one word may stand in it */
};

struct cells_line {
	size_t start, end;
	const struct cell_span *segments; /* without surrounding blanks; may be empty */
	size_t count;
};

struct cells {
	const char *text;
	const struct cells_line *lines;
	size_t count;
};

void cells_read(struct cells *out, const char *text, size_t start, size_t end, struct arena *arena);
/* What one word says: 0, F, faux, false; 1, V, T, vrai, true; x, X, -, *; ., _, ?, …; "" is blank. */
enum cell cell_of(const char *text, size_t bytes);
/* The words of a segment; an empty segment is one empty word. */
size_t cells_words(const struct cells *cells, const struct cell_span *segment, struct cell_span *out, size_t most);
/* A line as `wanted` words, in the arena. Words of binary digits are taken apart, and empty segments that an outer or a
 * double bar makes are left out, where the number of words asks for it. Returns how many there are: another number than
 * `wanted` is a slip of whoever typed it. */
size_t cells_spread(const struct cells *cells, const struct cells_line *line, size_t wanted,
	const struct cell_span **out, struct arena *arena);
/* The same without counting: the words as they stand. */
size_t cells_plain(
	const struct cells *cells, const struct cells_line *line, const struct cell_span **out, struct arena *arena);
/* The text of a span, in the arena. */
const char *cells_text(const struct cells *cells, const struct cell_span *span, struct arena *arena);
