/*
 * Grids as people type them: "[[1;2];[3;4]]", "1 2 / 3 4", lines, "1;2" and "|" between cells, a pmatrix of LaTeX.
 *
 * A comma is that of a decimal, unless only whole numbers can occur; a slash with blanks around it ends a row, without
 * them it is the bar of a fraction, unless only whole numbers can occur. What could be two things is a slip; the size
 * that is expected decides no more than whether there is a doubt.
 */
#pragma once
#include "draft.h"
#include "matrix_question.h"

struct grid_style {
	bool whole; /* only whole numbers can occur */
	bool binary; /* only 0 and 1 are expected: "0110" may be a row */
	size_t rows, columns; /* expected; 0: nobody says */
};

/* All that stands in the span, but for a label "AB =" before it. A span without anything gives no grid. */
int grid_read(struct grid *out, struct draft *draft, struct stretch span, const struct grid_style *style) must_check;
/* From JSON: a list of rows, or a list of cells, which is a row; cells are texts, whole numbers, null. */
int grid_of_json(struct grid *out, const json_t *json, struct arena *arena, struct slip *slip) must_check;
