/* Formulas as text, and what every way of writing them shares. */
#include "logic/print.h"
#include <string.h>
#include "base/utf8.h"
#include "printing.h"
#include "reading.h"

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

static bool is_single(const char *name)
{
	size_t bytes = strlen(name), used, at = 0;

	utf8_next(name, bytes, &at);
	for (; at < bytes; at += used) {
		int32_t mark = utf8_next(name + at, bytes - at, &used);

		if (mark < 0 || !sign_is_mark((uint32_t)mark))
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

void printer_start(struct printer *printer, struct buf *out, const struct expr *expr, const struct print_style *style)
{
	*printer = (struct printer){ .out = out, .vocabulary = style->vocabulary, .juxtaposes = true };
	printer->propositions = style->propositions || has(expr, EXPR_IMPLIES) || has(expr, EXPR_IFF);
	for (unsigned i = 0; i < style->vocabulary->count; i++)
		printer->juxtaposes = printer->juxtaposes && is_single(style->vocabulary->names[i]);
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

bool print_juxtaposed(const struct printer *printer, const struct expr *product, size_t i)
{
	/* 1a is a name to some, 10 a number. */
	return printer->juxtaposes && product->operands[i]->op != EXPR_CONSTANT &&
	       product->operands[i - 1]->op != EXPR_CONSTANT;
}

const char *print_name(const struct printer *printer, const struct expr *variable)
{
	return variable->value < printer->vocabulary->count ? printer->vocabulary->names[variable->value] : "?";
}

const char *print_constant(const struct printer *printer, const struct expr *constant)
{
	if (printer->letters)
		return constant->value != 0 ? "V" : "F";
	return constant->value != 0 ? "1" : "0";
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

/* ---- text ---- */

static const char *sign_of(const struct printer *printer, enum expr_op op)
{
	switch (op) {
	case EXPR_AND:
		return printer->propositions ? " ∧ " : "·";
	case EXPR_OR:
		return printer->propositions ? " ∨ " : " + ";
	case EXPR_XOR:
		return " ⊕ ";
	case EXPR_NAND:
		return " ↑ ";
	case EXPR_NOR:
		return " ↓ ";
	case EXPR_IMPLIES:
		return " ⇒ ";
	default:
		return " ⇔ ";
	}
}

static void print(const struct printer *printer, const struct expr *expr);

static void enclosed(const struct printer *printer, const struct expr *expr)
{
	buf_addch(printer->out, '(');
	print(printer, expr);
	buf_addch(printer->out, ')');
}

/* A letter takes its bar, and its index after that; longer names take the sign. */
static bool print_barred(const struct printer *printer, const struct expr *variable)
{
	const char *name = print_name(printer, variable);
	char digits[32];
	size_t letter = is_single(name) ? strlen(name) : print_index(name, digits);

	if (printer->propositions || letter == 0)
		return false;
	buf_add(printer->out, name, letter);
	buf_addrune(printer->out, 0x305);
	buf_addstr(printer->out, name + letter);
	return true;
}

static void print_not(const struct printer *printer, const struct expr *operand)
{
	if (operand->op == EXPR_VARIABLE && print_barred(printer, operand))
		return;
	buf_addstr(printer->out, "¬");
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
		buf_addstr(printer->out, print_name(printer, expr));
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

void expr_print(struct buf *out, const struct expr *expr, const struct print_style *style)
{
	struct printer printer;

	printer_start(&printer, out, expr, style);
	print(&printer, expr);
}

const char *expr_text(const struct expr *expr, const struct print_style *style, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;

	expr_print(&text, expr, style);
	return arena_memdup(arena, buf_str(&text), text.len);
}
