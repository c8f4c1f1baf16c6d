/* Formulas as text, with the bar of Unicode over single letters. */
#include "logic/print.h"
#include <string.h>
#include "printing.h"

static void print_variable(const struct printer *printer, const struct expr *variable)
{
	buf_addstr(printer->out, print_name(printer, variable));
}

/* A letter takes its bar, and its index after that; longer names take the sign. */
static bool print_bar(const struct printer *printer, const struct expr *operand)
{
	char digits[32];

	if (operand->op != EXPR_VARIABLE)
		return false;
	if (printer->names != NULL && operand->value < printer->names->count) {
		print_piece(printer, printer->names->barred[operand->value]);
		return printer->names->barred[operand->value].text != NULL;
	}
	const char *name = print_name(printer, operand);
	size_t letter = print_is_letter(name) ? strlen(name) : print_index(name, digits);
	if (letter == 0)
		return false;
	buf_add(printer->out, name, letter);
	buf_addrune(printer->out, 0x305);
	buf_addstr(printer->out, name + letter);
	return true;
}

const struct notation print_text = {
	.way = PRINT_TEXT,
	.signs = print_text_signs,
	.product = PIECE("·"),
	.sum = PIECE(" + "),
	.juxtaposed = PIECE(""),
	.open = PIECE("("),
	.close = PIECE(")"),
	.begin = PIECE(""),
	.end = PIECE(""),
	.constant = print_constant,
	.variable = print_variable,
	.bar = print_bar,
};

void expr_print(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	printer_start(&printer, out, &print_text, expr, style);
	print_expr(&printer, expr);
}

const char *expr_text(const struct expr *expr, const struct print_style *style, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;

	expr_print(&text, expr, style);
	return arena_memdup(arena, buf_str(&text), text.len);
}
