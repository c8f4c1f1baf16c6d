/*
 * Formulas as presentation MathML: a bar is an accent that stretches over what it covers. Browsers stretch one only with
 * a font of mathematics; a page that may be read without draws its class "bar" as a rule.
 */
#include <string.h>
#include "printing.h"

/* A vocabulary is checked where it is read; a page must not depend on that. */
static void escaped(struct buf *out, const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		if (strchr("<>&\"'", text[i]) != NULL)
			buf_printf(out, "&#%d;", text[i]);
		else
			buf_addch(out, text[i]);
	}
}

static void print_number(const struct printer *printer, const struct expr *constant)
{
	buf_printf(
		printer->out, printer->letters ? "<mi>%s</mi>" : "<mn>%s</mn>", print_constant_name(printer, constant));
}

static void print_variable(const struct printer *printer, const struct expr *variable)
{
	const char *name = print_name(printer, variable);
	char digits[32];
	size_t letter = print_index(name, digits);

	if (letter > 0)
		buf_addstr(printer->out, "<msub>");
	buf_addstr(printer->out, "<mi>");
	escaped(printer->out, name, letter > 0 ? letter : strlen(name));
	buf_addstr(printer->out, "</mi>");
	if (letter > 0)
		buf_printf(printer->out, "<mn>%s</mn></msub>", digits);
}

static bool print_bar(const struct printer *printer, const struct expr *operand)
{
	static const struct piece before = PIECE("<mover accent=\"true\" class=\"bar\"><mrow>"),
				  after = PIECE("</mrow><mo stretchy=\"true\">¯</mo></mover>");

	print_piece(printer, before);
	print_expr(printer, operand);
	print_piece(printer, after);
	return true;
}

const struct notation print_mathml = {
	.way = PRINT_MATHML,
	.signs = print_mathml_signs,
	.product = PIECE("<mo>·</mo>"),
	.sum = PIECE("<mo>+</mo>"),
	.juxtaposed = PIECE("<mo>&#x2062;</mo>"),
	.open = PIECE("<mrow><mo>(</mo>"),
	.close = PIECE("<mo>)</mo></mrow>"),
	.begin = PIECE("<mrow>"),
	.end = PIECE("</mrow>"),
	.constant = print_number,
	.variable = print_variable,
	.bar = print_bar,
};

void expr_print_mathml(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	buf_addstr(out, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">");
	printer_start(&printer, out, &print_mathml, expr, style);
	print_expr(&printer, expr);
	buf_addstr(out, "</math>");
}
