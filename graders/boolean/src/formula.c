#include "formula.h"
#include "logic/read.h"

bool paper_try_formula(struct paper *paper, const struct boolean_spec *spec, size_t offset, size_t bytes,
	const struct expr **out, struct slip *slip)
{
	struct reading_of read;

	if (expr_read(&read, paper->text + offset, bytes, &spec->vocabulary, paper->arena, slip) < 0)
		return false;
	for (size_t i = 0; i < read.remark_count; i++)
		paper_note(paper, read.remarks[i]);
	*out = read.expr;
	return true;
}

enum reading paper_formula(
	struct paper *paper, const struct boolean_spec *spec, size_t offset, size_t bytes, const struct expr **out)
{
	struct slip slip;

	return paper_try_formula(paper, spec, offset, bytes, out, &slip) ? READING_OK
									 : paper_slip(paper, &slip, offset);
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
