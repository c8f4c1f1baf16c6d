/*
 * The lines of a table that a person typed, taken apart: between bars, tabs or semicolons, or at blanks. Quotes and brackets
 * keep together what they enclose. Commas separate where blanks do not make as many cells as there should be.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { LINE_CELLS_MAX = 16 };

struct line_cell {
	size_t start, end; /* bytes of the text, without the blanks around */
};

struct line {
	size_t start, end;
	struct line_cell cells[LINE_CELLS_MAX];
	size_t count; /* as many as there are, even more than fit */
};

/* `wanted`: how many there should be, or one more; 0: unknown. */
void line_split(struct line *out, const char *text, size_t start, size_t end, size_t wanted);
/* Nothing but blanks; nothing but strokes. */
bool line_is_empty(const char *text, size_t start, size_t end);
bool line_is_border(const char *text, size_t start, size_t end);
