/*
 * Karnaugh maps of two to six variables: where a cell stands, what a group of cells is.
 *
 * A map has `row_variables` variables down its side and the others across its top, each edge in Gray order; five and six
 * variables are one map of 4×8 or 8×8 cells whose edges are Gray orders too, so that a neighbour is always one bit away
 * (on the torus, and in mirror image inside it).
 */
#pragma once
#include "logic/cover.h"

struct map_layout {
	unsigned variables; /* 2 to 6 */
	unsigned row_variables; /* the first ones, down the side */
};
uint32_t map_rows(const struct map_layout *layout);
uint32_t map_columns(const struct map_layout *layout);
/* The assignment of the cell in line i, column j (from 0), and back. */
uint32_t map_row_of(const struct map_layout *layout, uint32_t i, uint32_t j);
void map_cell_of(const struct map_layout *layout, uint32_t row, uint32_t *i, uint32_t *j);
/* The code of line i as digits, "10"; of column j. In the arena. */
const char *map_side(const struct map_layout *layout, uint32_t i, struct arena *arena);
const char *map_top(const struct map_layout *layout, uint32_t j, struct arena *arena);

/* How a wrong grid is right in another way of reading it. */
enum map_mistake {
	MAP_NONE,
	MAP_BINARY_TOP, /* filled as if the columns were 00 01 10 11 */
	MAP_BINARY_SIDE,
	MAP_BINARY_BOTH,
	MAP_EXCHANGED, /* side and top exchanged */
	MAP_COMPLEMENT, /* 0 and 1 exchanged */
};
/* The first that fits, in the order above; MAP_NONE when the map is right, or when no single mistake explains it. */
enum map_mistake map_mistake_of(
	const struct table *filled, const struct target *target, const struct map_layout *layout);
/* The map as somebody fills it who means this function and makes this mistake. */
struct table map_filled_with(
	const struct table *meant, const struct map_layout *layout, enum map_mistake mistake, struct arena *arena);

/* What is wrong with a group of cells (a set of rows), in this order. */
enum group_fault {
	GROUP_FINE,
	GROUP_EMPTY,
	GROUP_NOT_POWER, /* its size is no power of two */
	GROUP_NOT_RECTANGLE, /* its cells are no rectangle on the torus: no product of literals */
	GROUP_HOLDS_ZERO, /* `row` must be 0 */
	GROUP_NOT_MAXIMAL, /* it could be doubled: without variable `variable` */
};
struct group_judgement {
	enum group_fault fault;
	struct term term; /* when it is a rectangle */
	uint32_t row;
	unsigned variable;
};
void map_judge_group(struct group_judgement *out, const struct table *cells, const struct target *target);

/* Where the cells lie that would double a group. */
enum map_way { MAP_RIGHT, MAP_LEFT, MAP_DOWN, MAP_UP, MAP_MIRROR };
/* Of a term without variable `variable`, which it holds. An edge's last line is beside its first one. */
enum map_way map_way_to_double(struct term term, unsigned variable, const struct map_layout *layout);
