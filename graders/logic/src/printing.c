/* What every way of writing a formula shares. */
#include "printing.h"
#include <string.h>
#include "base/utf8.h"
#include "reading.h"

const char *const print_text_signs[] = {
	[EXPR_NOT] = "¬",
	[EXPR_AND] = " ∧ ",
	[EXPR_XOR] = " ⊕ ",
	[EXPR_OR] = " ∨ ",
	[EXPR_NAND] = " ↑ ",
	[EXPR_NOR] = " ↓ ",
	[EXPR_IMPLIES] = " ⇒ ",
	[EXPR_IFF] = " ⇔ ",
};
const char *const print_latex_signs[] = {
	[EXPR_NOT] = "\\lnot ",
	[EXPR_AND] = " \\land ",
	[EXPR_XOR] = " \\oplus ",
	[EXPR_OR] = " \\lor ",
	[EXPR_NAND] = " \\uparrow ",
	[EXPR_NOR] = " \\downarrow ",
	[EXPR_IMPLIES] = " \\Rightarrow ",
	[EXPR_IFF] = " \\Leftrightarrow ",
};
const char *const print_mathml_signs[] = {
	[EXPR_NOT] = "<mo>¬</mo>",
	[EXPR_AND] = "<mo>∧</mo>",
	[EXPR_XOR] = "<mo>⊕</mo>",
	[EXPR_OR] = "<mo>∨</mo>",
	[EXPR_NAND] = "<mo>↑</mo>",
	[EXPR_NOR] = "<mo>↓</mo>",
	[EXPR_IMPLIES] = "<mo>⇒</mo>",
	[EXPR_IFF] = "<mo>⇔</mo>",
};

static bool has(const struct expr *expr, enum expr_op op)
{
	if (expr->op == op)
		return true;
	for (size_t i = 0; i < expr->count; i++) {
		if (has(expr->operands[i], op))
			return true;
	}
	return false;
}

bool print_is_letter(const char *name)
{
	size_t bytes = strlen(name), used, at = 0;

	utf8_next(name, bytes, &at);
	for (; at < bytes; at += used) {
		int32_t mark = utf8_next(name + at, bytes - at, &used);

		if (mark < 0 || !utf8_is_mark(mark))
			return false;
	}
	return bytes > 0;
}

/* Is there a variable of this name, whatever its case? */
static bool is_declared(const struct vocabulary *vocabulary, char capital)
{
	for (unsigned i = 0; i < vocabulary->count; i++) {
		const char *name = vocabulary->names[i];

		if (name[1] == '\0' && (name[0] == capital || name[0] == capital + 32))
			return true;
	}
	return false;
}

void printer_start(struct printer *printer, struct buf *out, const struct notation *notation, const struct expr *expr,
	const struct print_style *style)
{
	*printer = (struct printer){
		.out = out, .notation = notation, .vocabulary = style->vocabulary, .juxtaposes = true
	};
	printer->propositions = style->propositions || has(expr, EXPR_IMPLIES) || has(expr, EXPR_IFF);
	for (unsigned i = 0; i < style->vocabulary->count; i++)
		printer->juxtaposes = printer->juxtaposes && print_is_letter(style->vocabulary->names[i]);
	/* Among e and t, "et" would be a word. */
	if (printer->propositions || word_is_spelled(style->vocabulary))
		printer->juxtaposes = false;
	printer->letters =
		printer->propositions && !is_declared(style->vocabulary, 'V') && !is_declared(style->vocabulary, 'F');
}

int print_level(const struct expr *expr)
{
	static const int levels[] = { [EXPR_CONSTANT] = LEVEL_LEAF,
		[EXPR_VARIABLE] = LEVEL_LEAF,
		[EXPR_NOT] = LEVEL_NOT,
		[EXPR_AND] = LEVEL_AND,
		[EXPR_XOR] = LEVEL_XOR,
		[EXPR_OR] = LEVEL_OR,
		[EXPR_NAND] = LEVEL_AND,
		[EXPR_NOR] = LEVEL_AND,
		[EXPR_IMPLIES] = LEVEL_IMPLIES,
		[EXPR_IFF] = LEVEL_IFF };

	return levels[expr->op];
}

static bool is_sheffer(const struct expr *expr)
{
	return expr->op == EXPR_NAND || expr->op == EXPR_NOR;
}

bool print_parenthesised(const struct expr *operand, const struct expr *parent)
{
	if (print_level(operand) >= LEVEL_NOT)
		return false;
	return is_sheffer(operand) || is_sheffer(parent) || print_level(operand) <= print_level(parent);
}

/* Is there no sign between the operands i - 1 and i of a product? */
static bool is_juxtaposed(const struct printer *printer, const struct expr *product, size_t i)
{
	/* 1a is a name to some, 10 a number. */
	return printer->juxtaposes && product->operands[i]->op != EXPR_CONSTANT &&
	       product->operands[i - 1]->op != EXPR_CONSTANT;
}

const char *print_name(const struct printer *printer, const struct expr *variable)
{
	return variable->value < printer->vocabulary->count ? printer->vocabulary->names[variable->value] : "?";
}

const char *print_constant_name(const struct printer *printer, const struct expr *constant)
{
	if (printer->letters)
		return constant->value != 0 ? "V" : "F";
	return constant->value != 0 ? "1" : "0";
}

void print_constant(const struct printer *printer, const struct expr *constant)
{
	buf_addstr(printer->out, print_constant_name(printer, constant));
}

size_t print_index(const char *name, char digits[32])
{
	size_t bytes = strlen(name), used, letter, at, count = 0;

	utf8_next(name, bytes, &letter);
	for (at = letter; at < bytes; at += used) {
		int32_t rune = utf8_next(name + at, bytes - at, &used);

		if (rune == '_' && at == letter && at + used < bytes)
			continue;
		if (rune < 0 || sign_digit((uint32_t)rune) < 0 || count + 1 >= 32)
			return 0;
		digits[count++] = (char)('0' + sign_digit((uint32_t)rune));
	}
	digits[count] = '\0';
	return count > 0 ? letter : 0;
}

/* ---- the walk ---- */

static void enclosed(const struct printer *printer, const struct expr *expr)
{
	buf_addstr(printer->out, printer->notation->open);
	print_expr(printer, expr);
	buf_addstr(printer->out, printer->notation->close);
}

static void print_not(const struct printer *printer, const struct expr *operand)
{
	const struct notation *notation = printer->notation;

	if (!printer->propositions && notation->bar(printer, operand))
		return;
	buf_addstr(printer->out, notation->begin);
	buf_addstr(printer->out, notation->signs[EXPR_NOT]);
	if (print_level(operand) >= LEVEL_NOT)
		print_expr(printer, operand);
	else
		enclosed(printer, operand);
	buf_addstr(printer->out, notation->end);
}

static const char *sign_before(const struct printer *printer, const struct expr *expr, size_t i)
{
	const struct notation *notation = printer->notation;

	if (expr->op == EXPR_AND && is_juxtaposed(printer, expr, i))
		return notation->juxtaposed;
	if (expr->op == EXPR_AND && !printer->propositions)
		return notation->product;
	if (expr->op == EXPR_OR && !printer->propositions)
		return notation->sum;
	return notation->signs[expr->op];
}

void print_expr(const struct printer *printer, const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_CONSTANT:
		printer->notation->constant(printer, expr);
		return;
	case EXPR_VARIABLE:
		printer->notation->variable(printer, expr);
		return;
	case EXPR_NOT:
		print_not(printer, expr->operands[0]);
		return;
	default:
		break;
	}
	buf_addstr(printer->out, printer->notation->begin);
	for (size_t i = 0; i < expr->count; i++) {
		if (i > 0)
			buf_addstr(printer->out, sign_before(printer, expr, i));
		if (print_parenthesised(expr->operands[i], expr))
			enclosed(printer, expr->operands[i]);
		else
			print_expr(printer, expr->operands[i]);
	}
	buf_addstr(printer->out, printer->notation->end);
}
