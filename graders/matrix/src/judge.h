/*
 * What a grid is worth (judge.c), and the first wrong cell worked out before the student's eyes (explain.c).
 *
 * The credit is the share of the cells that are right. Of grids of 0 and 1, and of larger ones that one value fills by more
 * than half, it is what that share is above the best constant's; of matrices of adjacency the F-measure of their arcs, above
 * that of all arcs. Of a wrong size what overlaps counts, for a half at most. Modulo n, a cell that is not reduced is half
 * right.
 */
#pragma once
#include "matrix_question.h"
#include "sheet/paper.h"

struct judged {
	bool right; /* all of it */
	bool other_size;
	bool idle; /* took no work: one value everywhere, the identity, a copy of what is given */
	size_t right_cells, cells; /* of the right matrix */
	size_t row, column; /* of the first cell that both have and that is not right; `cells`: none */
	struct frac credit; /* 0 to 1 */
};

struct judging {
	const struct matrix_question *asked;
	const struct binding *bindings; /* that the truth was worked out with */
	const struct matrix *truth;
	const struct grid *grid;
};

int grid_judge(struct judged *out, const struct judging *judging, struct arena *arena, struct err *err) must_check;

struct explained {
	struct msg_text message;
	bool discreet; /* it tells nothing of the right matrix */
	json_t *picture; /* NULL: none; a new reference */
};

/* The cell judged->row, judged->column: how it comes from what is given. */
void cell_explain(
	struct explained *out, const struct judging *judging, const struct judged *judged, struct arena *arena);
/* "2×3 + 4×(−1)" in both languages: row i of one matrix by column j of another. `code` with {sum}, {row}, {column},
 * {expansion} and what more is given; fr NULL when it is too long to be read. */
struct product_cell {
	const struct matrix *left, *right;
	size_t row, column;
	const char *plus; /* " + " */
};
bool product_expand(struct buf *out, const struct product_cell *cell, enum lang lang, struct arena *arena);
const struct number *product_sum(const struct product_cell *cell, struct arena *arena);
/* A picture of it, with `shown` in its own cell; NULL where it cannot be drawn. New reference. */
json_t *product_picture(
	const struct product_cell *cell, const struct grid *result, const char *shown, struct arena *arena);
