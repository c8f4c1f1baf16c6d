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

void paper_read_as(struct paper *paper, const struct boolean_spec *spec, const struct expr *expr)
{
	static void (*const ways[])(struct buf *, const struct expr *, const struct print_style *) = { expr_print,
		expr_print_latex, expr_print_mathml };
	const char *written[3];
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t i = 0; i < 3; i++) {
		buf_reset(&out);
		ways[i](&out, expr, &spec->style);
		written[i] = arena_memdup(paper->arena, buf_str(&out), out.len);
	}
	paper->report->read_as = (struct read_as){ .text = written[0], .latex = written[1], .mathml = written[2] };
}
