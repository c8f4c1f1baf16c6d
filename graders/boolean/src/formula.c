#include "formula.h"
#include "logic/read.h"

enum reading paper_formula(
	struct paper *paper, const struct boolean_spec *spec, size_t offset, size_t bytes, const struct expr **out)
{
	struct reading_of read;
	struct slip slip;

	if (expr_read(&read, paper->text + offset, bytes, &spec->vocabulary, paper->arena, &slip) < 0)
		return paper_slip(paper, &slip, offset);
	for (size_t i = 0; i < read.remark_count; i++)
		paper_note(paper, read.remarks[i]);
	*out = read.expr;
	return READING_OK;
}

static const char *written(struct paper *paper, const struct boolean_spec *spec, const struct expr *expr,
	void (*write)(struct buf *, const struct expr *, const struct print_style *))
{
	cleanup_buf struct buf out = BUF_INIT;

	write(&out, expr, &spec->style);
	return arena_memdup(paper->arena, buf_str(&out), out.len);
}

void paper_read_as(struct paper *paper, const struct boolean_spec *spec, const struct expr *expr)
{
	paper->report->read_as = (struct read_as){
		.text = written(paper, spec, expr, expr_print),
		.latex = written(paper, spec, expr, expr_print_latex),
		.mathml = written(paper, spec, expr, expr_print_mathml),
	};
}
