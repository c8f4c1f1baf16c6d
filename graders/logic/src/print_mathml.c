/*
 * Formulas as presentation MathML: a bar is an accent that stretches over what it covers. Browsers stretch one only with
 * a font of mathematics; a page that may be read without draws its class "bar" as a rule.
 */
#include <string.h>
#include "printing.h"

static const char *sign_of(const struct printer *printer, enum expr_op op)
{
	switch (op) {
	case EXPR_AND:
		return printer->propositions ? "∧" : "·";
	case EXPR_OR:
		return printer->propositions ? "∨" : "+";
	case EXPR_XOR:
		return "⊕";
	case EXPR_NAND:
		return "↑";
	case EXPR_NOR:
		return "↓";
	case EXPR_IMPLIES:
		return "⇒";
	default:
		return "⇔";
	}
}

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

static void print(const struct printer *printer, const struct expr *expr);

static void enclosed(const struct printer *printer, const struct expr *expr)
{
	buf_addstr(printer->out, "<mrow><mo>(</mo>");
	print(printer, expr);
	buf_addstr(printer->out, "<mo>)</mo></mrow>");
}

static void print_not(const struct printer *printer, const struct expr *operand)
{
	if (!printer->propositions) {
		buf_addstr(printer->out, "<mover accent=\"true\" class=\"bar\"><mrow>");
		print(printer, operand);
		buf_addstr(printer->out, "</mrow><mo stretchy=\"true\">¯</mo></mover>");
		return;
	}
	buf_addstr(printer->out, "<mrow><mo>¬</mo>");
	if (print_level(operand) >= LEVEL_NOT)
		print(printer, operand);
	else
		enclosed(printer, operand);
	buf_addstr(printer->out, "</mrow>");
}

static void print(const struct printer *printer, const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_CONSTANT:
		buf_printf(
			printer->out, printer->letters ? "<mi>%s</mi>" : "<mn>%s</mn>", print_constant(printer, expr));
		return;
	case EXPR_VARIABLE:
		print_variable(printer, expr);
		return;
	case EXPR_NOT:
		print_not(printer, expr->operands[0]);
		return;
	default:
		break;
	}
	buf_addstr(printer->out, "<mrow>");
	for (size_t i = 0; i < expr->count; i++) {
		if (i > 0 && expr->op == EXPR_AND && print_juxtaposed(printer, expr, i))
			buf_addstr(printer->out, "<mo>&#x2062;</mo>");
		else if (i > 0)
			buf_printf(printer->out, "<mo>%s</mo>", sign_of(printer, expr->op));
		if (print_parenthesised(expr->operands[i], expr))
			enclosed(printer, expr->operands[i]);
		else
			print(printer, expr->operands[i]);
	}
	buf_addstr(printer->out, "</mrow>");
}

void expr_print_mathml(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	buf_addstr(out, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">");
	printer_start(&printer, out, expr, style);
	print(&printer, expr);
	buf_addstr(out, "</math>");
}
