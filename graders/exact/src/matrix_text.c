/* Matrices as texts and for pages. What matrix_text() writes reads back: blanks stand around a slash that ends a row. */
#include "exact/matrix.h"

/* Each cell by `cell`, with what begins and ends a row and what stands between two cells and two rows. */
static void lay_out(struct buf *out, const struct matrix *a, const char *const marks[4],
	void (*cell)(struct buf *out, const struct number *number))
{
	for (size_t i = 0; i < a->rows; i++) {
		buf_addstr(out, i > 0 ? marks[3] : "");
		buf_addstr(out, marks[0]);
		for (size_t j = 0; j < a->columns; j++) {
			buf_addstr(out, j > 0 ? marks[2] : "");
			cell(out, matrix_at(a, i, j));
		}
		buf_addstr(out, marks[1]);
	}
}

const char *matrix_text(const struct matrix *a, bool lines, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < a->rows * a->columns; i++) {
		buf_addstr(&out, i == 0 ? "" : i % a->columns > 0 ? " " : lines ? "\n" : " / ");
		buf_addstr(&out, number_plain(a->cells[i], arena));
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void latex_cell(struct buf *out, const struct number *number)
{
	number_latex(out, number, NUMBER_EXACT);
}

void matrix_latex(struct buf *out, const struct matrix *a)
{
	static const char *const marks[] = { "", "", " & ", " \\\\ " };

	buf_addstr(out, "\\begin{pmatrix} ");
	lay_out(out, a, marks, latex_cell);
	buf_addstr(out, " \\end{pmatrix}");
}

static void mathml_cell(struct buf *out, const struct number *number)
{
	number_mathml(out, number, NUMBER_EXACT);
}

void matrix_mathml(struct buf *out, const struct matrix *a)
{
	static const char *const marks[] = { "<mtr><mtd>", "</mtd></mtr>", "</mtd><mtd>", "" };

	buf_addstr(out, "<mrow><mo>(</mo><mtable>");
	lay_out(out, a, marks, mathml_cell);
	buf_addstr(out, "</mtable><mo>)</mo></mrow>");
}
