/* A square of zeros and ones, with the vertices around it in any order or without: "0 1 / 0 0", "[[0;1];[0;0]]", "01". */
#include <string.h>
#include "base/utf8.h"
#include "question.h"

struct grid {
	struct text words[ASKED_VERTICES_MAX + 2][ASKED_VERTICES_MAX + 2];
	size_t lengths[ASKED_VERTICES_MAX + 2], rows;
	bool full; /* more than there is room for */
};

static void end_row(struct grid *grid)
{
	if (grid->rows < ASKED_VERTICES_MAX + 2 && grid->lengths[grid->rows] > 0)
		grid->rows++;
	else if (grid->rows >= ASKED_VERTICES_MAX + 2)
		grid->full = true;
}

static void add_word(struct grid *grid, struct text word)
{
	if (grid->rows >= ASKED_VERTICES_MAX + 2 || grid->lengths[grid->rows] >= ASKED_VERTICES_MAX + 2) {
		grid->full = true;
		return;
	}
	grid->words[grid->rows][grid->lengths[grid->rows]++] = word;
}

static bool ends_row(const char *at)
{
	return *at == '\n' || *at == '\r' || *at == '/' || *at == ']' || *at == ')';
}

/* "|---|---|": what is not a word of letters, digits or a dot is between words. */
static void split(struct grid *grid, struct text text)
{
	size_t used;

	for (size_t at = 0; at < text.bytes;) {
		size_t end = at;

		while (end < text.bytes) {
			int32_t rune = utf8_next(text.at + end, text.bytes - end, &used);

			if (utf8_is_blank(rune) || (rune > 0 && rune < 128 && strchr("|[](){};,/\\&-:+", (int)rune)))
				break;
			end += used;
		}
		if (end > at) {
			add_word(grid, (struct text){ text.at + at, end - at });
			at = end;
			continue;
		}
		if (ends_row(text.at + at))
			end_row(grid);
		utf8_next(text.at + at, text.bytes - at, &used);
		at += used;
	}
	end_row(grid);
}

/* Rows of digits without blanks between them. */
static void take_apart(struct grid *grid, size_t count)
{
	for (size_t i = 0; i < grid->rows; i++) {
		struct text word = grid->words[i][grid->lengths[i] - 1];

		if (word.bytes != count || count < 2 || grid->lengths[i] > 2)
			continue;
		size_t keep = grid->lengths[i] - 1;
		bool digits = true;
		for (size_t j = 0; j < count; j++)
			digits &= word.at[j] == '0' || word.at[j] == '1';
		if (!digits)
			continue;
		for (size_t j = 0; j < count; j++)
			grid->words[i][keep + j] = (struct text){ word.at + j, 1 };
		grid->lengths[i] = keep + count;
	}
}

static int refuse(
	struct slip *slip, struct text text, struct text word, const char *code, size_t count, struct arena *arena)
{
	const char *wanted = arena_printf(arena, "%zu", count);
	const char *shown = arena_printf(arena, "%.*s", (int)(word.bytes < 40 ? word.bytes : 0), word.at);

	*slip = (struct slip){ .message = msg_make(arena, &graph_kind_messages, code,
				       (struct msg_param[]){ { "count", wanted }, { "word", shown }, { 0 } }) };
	slip->start = (size_t)(word.at - text.at);
	slip->end = slip->start + word.bytes;
	return -1;
}

/* Which vertices stand there; false when they are not all of them. */
static bool order_of(size_t *order, const struct text *words, size_t step, const struct vertices *vertices)
{
	struct vertex_set seen = { 0 };

	for (size_t i = 0; i < vertices->count; i++) {
		order[i] = vertex_find(vertices, words[i * step].at, words[i * step].bytes);
		if (order[i] == VERTEX_NONE || vertex_in(&seen, order[i]))
			return false;
		vertex_put(&seen, order[i]);
	}
	return true;
}

static bool cell_of(int64_t *out, struct text word)
{
	if (word.bytes == 1 && strchr(".?_", word.at[0])) {
		*out = CELL_MISSING;
		return true;
	}
	return graph_weight_read(out, word);
}

int graph_matrix_cells_read(
	const int64_t **out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	size_t count = vertices->count, rows[ASKED_VERTICES_MAX], columns[ASKED_VERTICES_MAX];
	struct grid *grid = arena_alloc(arena, sizeof(*grid));
	int64_t *cells = arena_array(arena, count * count + 1, sizeof(*cells));

	split(grid, text);
	take_apart(grid, count);
	/* A first row of names, with a corner or without. */
	size_t top = grid->rows == count + 1, corner = top && grid->lengths[0] == count + 1;
	for (size_t i = 0; i < count; i++)
		rows[i] = columns[i] = i;
	if (grid->full || grid->rows != count + top)
		return refuse(slip, text, (struct text){ text.at, 0 }, "read-matrix-rows", count, arena);
	if (top && (grid->lengths[0] != count + corner || !order_of(columns, &grid->words[0][corner], 1, vertices)))
		return refuse(slip, text, grid->words[0][0], "read-matrix-header", count, arena);
	size_t side = grid->lengths[top] == count + 1;
	if (side && !order_of(rows, &grid->words[top][0], ASKED_VERTICES_MAX + 2, vertices))
		return refuse(slip, text, grid->words[top][0], "read-matrix-header", count, arena);
	for (size_t i = 0; i < count; i++) {
		if (grid->lengths[i + top] != count + side)
			return refuse(slip, text, grid->words[i + top][0], "read-matrix-cells", count, arena);
		for (size_t j = 0; j < count; j++) {
			struct text word = grid->words[i + top][j + side];

			if (!cell_of(&cells[rows[i] * count + columns[j]], word))
				return refuse(slip, text, word, "read-number", count, arena);
		}
	}
	*out = cells;
	return 0;
}
