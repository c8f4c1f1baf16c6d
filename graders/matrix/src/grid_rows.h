/* Taking a draft apart: its rows, and the cells of each (grid_rows.c, grid_cells.c). */
#pragma once
#include "grid_read.h"

struct rows {
	struct stretch spans[MATRIX_SIDE_MAX + 1];
	size_t count; /* may be one more than a matrix has */
	bool by_comma; /* between rows in brackets stood commas */
	bool by_slash; /* rows ended at slashes without blanks around them */
};

/* -1 and the slip: a bracket without its other one, a slash that is a bar as well as an end. */
int grid_rows(
	struct rows *out, const struct draft *draft, struct stretch span, const struct grid_style *style) must_check;

enum { ROW_CELLS_MAX = MATRIX_SIDE_MAX + 1 };
struct row_cells {
	const struct number *cells[ROW_CELLS_MAX];
	size_t count;
	size_t commas; /* that were read as decimal ones */
};
int grid_row_cells(struct row_cells *out, const struct draft *draft, struct stretch row,
	const struct grid_style *style) must_check;

/* Where the bracket that opens at `at` closes; SIZE_MAX: it does not. */
size_t bracket_end(const struct draft *draft, size_t at, size_t end);
bool is_opening(char c);
/* Does one number, or nothing, stand here, and not two? */
bool is_one_cell(const struct draft *draft, struct stretch span, const struct grid_style *style);
