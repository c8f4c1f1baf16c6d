/* Formulas as LaTeX, with bars of the length of what they cover. */
#include "base/utf8.h"
#include <string.h>
#include "printing.h"

static const char *sign_of(const struct printer *printer, enum expr_op op)
{
	switch (op) {
	case EXPR_AND:
		return printer->propositions ? " \\land " : " \\cdot ";
	case EXPR_OR:
		return printer->propositions ? " \\lor " : " + ";
	case EXPR_XOR:
		return " \\oplus ";
	case EXPR_NAND:
		return " \\uparrow ";
	case EXPR_NOR:
		return " \\downarrow ";
	case EXPR_IMPLIES:
		return " \\Rightarrow ";
	default:
		return " \\Leftrightarrow ";
	}
}

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

static void print(const struct printer *printer, const struct expr *expr);

static void enclosed(const struct printer *printer, const struct expr *expr)
{
	buf_addstr(printer->out, "\\left(");
	print(printer, expr);
	buf_addstr(printer->out, "\\right)");
}

static void print_not(const struct printer *printer, const struct expr *operand)
{
	if (!printer->propositions) {
		buf_addstr(printer->out, "\\overline{");
		print(printer, operand);
		buf_addch(printer->out, '}');
		return;
	}
	buf_addstr(printer->out, "\\lnot ");
	if (print_level(operand) >= LEVEL_NOT)
		print(printer, operand);
	else
		enclosed(printer, operand);
}

static void print(const struct printer *printer, const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_CONSTANT:
		buf_addstr(printer->out, print_constant(printer, expr));
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
	for (size_t i = 0; i < expr->count; i++) {
		if (i > 0 && !(expr->op == EXPR_AND && print_juxtaposed(printer, expr, i)))
			buf_addstr(printer->out, sign_of(printer, expr->op));
		if (print_parenthesised(expr->operands[i], expr))
			enclosed(printer, expr->operands[i]);
		else
			print(printer, expr->operands[i]);
	}
}

void expr_print_latex(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	printer_start(&printer, out, expr, style);
	print(&printer, expr);
}
