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
	buf_addstr(printer->out, "\\overline{");
	print_expr(printer, operand);
	buf_addch(printer->out, '}');
	return true;
}

static const struct notation notation = {
	.signs = print_latex_signs,
	.product = " \\cdot ",
	.sum = " + ",
	.juxtaposed = "",
	.open = "\\left(",
	.close = "\\right)",
	.begin = "",
	.end = "",
	.constant = print_constant,
	.variable = print_variable,
	.bar = print_bar,
};

void expr_print_latex(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	printer_start(&printer, out, &notation, expr, style);
	print_expr(&printer, expr);
}
