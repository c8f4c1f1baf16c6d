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

static struct print_habits habits_of(const struct vocabulary *vocabulary)
{
	/* Among e and t, "et" would be a word. */
	struct print_habits habits = { !word_is_spelled(vocabulary),
		!is_declared(vocabulary, 'V') && !is_declared(vocabulary, 'F') };

	for (unsigned i = 0; i < vocabulary->count && habits.juxtaposes; i++)
		habits.juxtaposes = print_is_letter(vocabulary->names[i]);
	return habits;
}

void printer_start(struct printer *printer, struct buf *out, const struct notation *notation, const struct expr *expr,
	const struct print_style *style)
{
	struct print_habits habits = style->names != NULL ? style->names->habits : habits_of(style->vocabulary);

	*printer = (struct printer){
		.out = out, .notation = notation, .vocabulary = style->vocabulary, .names = style->names
	};
	printer->propositions = style->propositions || expr_implies(expr);
	printer->juxtaposes = habits.juxtaposes && !printer->propositions;
	printer->letters = habits.truth_free && printer->propositions;
}

static struct piece kept(const struct buf *written, struct arena *arena)
{
	return (struct piece){ arena_memdup(arena, buf_str(written), written->len), written->len };
}

const struct print_names *print_names_of(const struct vocabulary *vocabulary, struct arena *arena)
{
	static const struct notation *const notations[PRINT_WAYS] = { &print_text, &print_latex, &print_mathml };
	struct print_names *names = arena_alloc(arena, sizeof(*names));
	cleanup_buf struct buf out = BUF_INIT;
	struct printer printer = { .out = &out, .vocabulary = vocabulary };

	names->habits = habits_of(vocabulary);
	names->count = vocabulary->count;
	for (unsigned v = 0; v < names->count; v++) {
		const struct expr variable = { .op = EXPR_VARIABLE, .value = v };

		for (unsigned way = 0; way < PRINT_WAYS; way++) {
			buf_reset(&out);
			printer.notation = notations[way];
			printer.notation->variable(&printer, &variable);
			names->plain[way][v] = kept(&out, arena);
		}
		buf_reset(&out);
		printer.notation = &print_text;
		if (printer.notation->bar(&printer, &variable))
			names->barred[v] = kept(&out, arena);
	}
	return names;
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
	print_piece(printer, printer->notation->open);
	print_expr(printer, expr);
	print_piece(printer, printer->notation->close);
}

static void print_not(const struct printer *printer, const struct expr *operand)
{
	const struct notation *notation = printer->notation;

	if (!printer->propositions && notation->bar(printer, operand))
		return;
	print_piece(printer, notation->begin);
	buf_addstr(printer->out, notation->signs[EXPR_NOT]);
	if (print_level(operand) >= LEVEL_NOT)
		print_expr(printer, operand);
	else
		enclosed(printer, operand);
	print_piece(printer, notation->end);
}

static void print_variable(const struct printer *printer, const struct expr *variable)
{
	if (printer->names != NULL && variable->value < printer->names->count)
		print_piece(printer, printer->names->plain[printer->notation->way][variable->value]);
	else
		printer->notation->variable(printer, variable);
}

static struct piece sign_before(const struct printer *printer, const struct expr *expr, size_t i)
{
	const struct notation *notation = printer->notation;

	if (expr->op == EXPR_AND && is_juxtaposed(printer, expr, i))
		return notation->juxtaposed;
	if (expr->op == EXPR_AND && !printer->propositions)
		return notation->product;
	if (expr->op == EXPR_OR && !printer->propositions)
		return notation->sum;
	return (struct piece){ notation->signs[expr->op], strlen(notation->signs[expr->op]) };
}

void print_expr(const struct printer *printer, const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_CONSTANT:
		printer->notation->constant(printer, expr);
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
	print_piece(printer, printer->notation->begin);
	for (size_t i = 0; i < expr->count; i++) {
		if (i > 0)
			print_piece(printer, sign_before(printer, expr, i));
		if (print_parenthesised(expr->operands[i], expr))
			enclosed(printer, expr->operands[i]);
		else
			print_expr(printer, expr->operands[i]);
	}
	print_piece(printer, printer->notation->end);
}
