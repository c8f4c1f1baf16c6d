/* Grids with blank cells, printed as they were read. */
#include "matrix_question.h"

const struct matrix *grid_matrix(const struct grid *grid, struct arena *arena)
{
	return grid->rows > 0 ? matrix_of(grid->rows, grid->columns, grid->cells, arena) : NULL;
}

bool grid_is_blank(const struct grid *grid)
{
	for (size_t i = 0; i < grid->rows * grid->columns; i++)
		if (grid->cells[i])
			return false;
	return true;
}

const char *grid_text(const struct grid *grid, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < grid->rows * grid->columns; i++) {
		buf_addstr(&out, i == 0 ? "" : i % grid->columns > 0 ? " " : " / ");
		buf_addstr(&out, grid->cells[i] ? number_plain(grid->cells[i], arena) : ".");
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *grid_latex(const struct grid *grid, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	buf_addstr(&out, "\\begin{pmatrix} ");
	for (size_t i = 0; i < grid->rows * grid->columns; i++) {
		buf_addstr(&out, i == 0 ? "" : i % grid->columns > 0 ? " & " : " \\\\ ");
		if (grid->cells[i])
			number_latex(&out, grid->cells[i], NUMBER_EXACT);
		else
			buf_addstr(&out, "\\cdot");
	}
	buf_addstr(&out, " \\end{pmatrix}");
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *grid_mathml(const struct grid *grid, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	buf_addstr(&out, "<mrow><mo>(</mo><mtable>");
	for (size_t i = 0; i < grid->rows * grid->columns; i++) {
		buf_addstr(&out, i % grid->columns > 0 ? "<mtd>" : i > 0 ? "</mtr><mtr><mtd>" : "<mtr><mtd>");
		if (grid->cells[i])
			number_mathml(&out, grid->cells[i], NUMBER_EXACT);
		else
			buf_addstr(&out, "<mo>\u00b7</mo>");
		buf_addstr(&out, "</mtd>");
	}
	buf_addstr(&out, "</mtr></mtable><mo>)</mo></mrow>");
	return arena_memdup(arena, buf_str(&out), out.len);
}
