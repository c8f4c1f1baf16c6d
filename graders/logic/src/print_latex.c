/* Formulas as LaTeX, with bars of the length of what they cover. */
#include "base/utf8.h"
#include <string.h>
#include "printing.h"

static void print_variable(const struct printer *printer, const struct expr *variable)
{
	const char *name = print_name(printer, variable);
	char digits[32];
	size_t letter = print_index(name, digits), used;

	if (letter > 0) {
		buf_add(printer->out, name, letter);
		buf_printf(printer->out, "_{%s}", digits);
		return;
	}
	utf8_next(name, strlen(name), &used);
	if (used == strlen(name)) {
		buf_addstr(printer->out, name);
		return;
	}
	buf_addstr(printer->out, "\\mathrm{");
	for (; *name != '\0'; name++) {
		if (*name == '_')
			buf_addch(printer->out, '\\');
		buf_addch(printer->out, *name);
	}
	buf_addch(printer->out, '}');
}

static bool print_bar(const struct printer *printer, const struct expr *operand)
{
	static const struct piece before = PIECE("\\overline{");

	print_piece(printer, before);
	print_expr(printer, operand);
	buf_addch(printer->out, '}');
	return true;
}

const struct notation print_latex = {
	.way = PRINT_LATEX,
	.signs = print_latex_signs,
	.product = PIECE(" \\cdot "),
	.sum = PIECE(" + "),
	.juxtaposed = PIECE(""),
	.open = PIECE("\\left("),
	.close = PIECE("\\right)"),
	.begin = PIECE(""),
	.end = PIECE(""),
	.constant = print_constant,
	.variable = print_variable,
	.bar = print_bar,
};

void expr_print_latex(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	printer_start(&printer, out, &print_latex, expr, style);
	print_expr(&printer, expr);
}
