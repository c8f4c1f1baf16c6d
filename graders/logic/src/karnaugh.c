/*
 * Where a cell of a map stands, and how a wrongly filled map is right in another way of reading it.
 *
 * Line i of a map has the code gray(i): the code's digits are the first variables of a row, the column's digits the
 * others. A misreading is a permutation of the rows of the table (or the complement), so that trying one is filling
 * the map again as somebody would who makes that mistake, and comparing.
 */
#include "logic/karnaugh.h"

static uint32_t gray(uint32_t i)
{
	return i ^ (i >> 1);
}

/* The line whose code this is. */
static uint32_t gray_line(uint32_t code)
{
	uint32_t line = code;

	for (uint32_t rest = code >> 1; rest != 0; rest >>= 1)
		line ^= rest;
	return line;
}

static unsigned column_variables(const struct map_layout *layout)
{
	return layout->variables - layout->row_variables;
}

uint32_t map_rows(const struct map_layout *layout)
{
	return (uint32_t)1 << layout->row_variables;
}

uint32_t map_columns(const struct map_layout *layout)
{
	return (uint32_t)1 << column_variables(layout);
}

uint32_t map_row_of(const struct map_layout *layout, uint32_t i, uint32_t j)
{
	return gray(i) << column_variables(layout) | gray(j);
}

void map_cell_of(const struct map_layout *layout, uint32_t row, uint32_t *i, uint32_t *j)
{
	*i = gray_line(row >> column_variables(layout));
	*j = gray_line(row & (map_columns(layout) - 1));
}

static const char *digits(uint32_t code, unsigned count, struct arena *arena)
{
	char *text = arena_alloc(arena, count + 1);

	for (unsigned i = 0; i < count; i++)
		text[i] = code >> (count - 1 - i) & 1 ? '1' : '0';
	return text;
}

const char *map_side(const struct map_layout *layout, uint32_t i, struct arena *arena)
{
	return digits(gray(i), layout->row_variables, arena);
}

const char *map_top(const struct map_layout *layout, uint32_t j, struct arena *arena)
{
	return digits(gray(j), column_variables(layout), arena);
}

/* The row of the table that somebody who makes this mistake has in mind at line i, column j. */
static uint32_t row_meant(const struct map_layout *layout, enum map_mistake mistake, uint32_t i, uint32_t j)
{
	uint32_t side = mistake == MAP_BINARY_SIDE || mistake == MAP_BINARY_BOTH ? i : gray(i);
	uint32_t top = mistake == MAP_BINARY_TOP || mistake == MAP_BINARY_BOTH ? j : gray(j);

	if (mistake == MAP_EXCHANGED)
		return top << layout->row_variables | side;
	return side << column_variables(layout) | top;
}

struct table map_filled_with(
	const struct table *meant, const struct map_layout *layout, enum map_mistake mistake, struct arena *arena)
{
	struct table filled = table_new(layout->variables, arena);

	for (uint32_t i = 0; i < map_rows(layout); i++) {
		for (uint32_t j = 0; j < map_columns(layout); j++) {
			bool value = table_at(meant, row_meant(layout, mistake, i, j));

			table_set(&filled, map_row_of(layout, i, j), value != (mistake == MAP_COMPLEMENT));
		}
	}
	return filled;
}

/* Is the map filled with the target by somebody who makes this mistake? What they may leave open moves with it. */
static bool fits(const struct table *filled, const struct target *target, const struct map_layout *layout,
	enum map_mistake mistake)
{
	for (uint32_t i = 0; i < map_rows(layout); i++) {
		for (uint32_t j = 0; j < map_columns(layout); j++) {
			uint32_t meant = row_meant(layout, mistake, i, j);
			bool value = table_at(filled, map_row_of(layout, i, j)) != (mistake == MAP_COMPLEMENT);

			if (!table_at(&target->any, meant) && value != table_at(&target->ones, meant))
				return false;
		}
	}
	return true;
}

enum map_mistake map_mistake_of(
	const struct table *filled, const struct target *target, const struct map_layout *layout)
{
	if (fits(filled, target, layout, MAP_NONE))
		return MAP_NONE;
	for (enum map_mistake mistake = MAP_BINARY_TOP; mistake <= MAP_COMPLEMENT; mistake++) {
		if (fits(filled, target, layout, mistake))
			return mistake;
	}
	return MAP_NONE;
}
