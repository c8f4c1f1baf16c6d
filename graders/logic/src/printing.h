/*
 * What the three ways of writing a formula share: the walk over the tree, when parentheses are needed, the signs, and how
 * a name looks.
 *
 * Use: a struct notation says how the parts look, printer_start() reads the style, print_expr() walks.
 */
#pragma once
#include "logic/print.h"

enum { LEVEL_IFF = 1, LEVEL_IMPLIES, LEVEL_OR, LEVEL_XOR, LEVEL_AND, LEVEL_NOT, LEVEL_LEAF };

/* Those of propositions, by operator: between operands, that of EXPR_NOT before its operand. */
extern const char *const print_text_signs[EXPR_IFF + 1];
extern const char *const print_latex_signs[EXPR_IFF + 1];
extern const char *const print_mathml_signs[EXPR_IFF + 1];

struct printer;

/* One way of writing. */
struct notation {
	const char *const *signs;
	const char *product, *sum; /* in Boolean algebra, where they are not those of propositions */
	const char *juxtaposed; /* between the factors of a product without a sign */
	const char *open, *close; /* parentheses */
	const char *begin, *end; /* around what has several pieces */
	void (*constant)(const struct printer *printer, const struct expr *constant);
	void (*variable)(const struct printer *printer, const struct expr *variable);
	/* The negation of `operand` with a bar, in Boolean algebra; false: nothing is written, the sign is wanted. */
	bool (*bar)(const struct printer *printer, const struct expr *operand);
};

struct printer {
	struct buf *out;
	const struct notation *notation;
	const struct vocabulary *vocabulary;
	bool propositions; /* ¬ ∧ ∨ */
	bool juxtaposes; /* products of letters without a sign */
	bool letters; /* V and F are constants */
};
void printer_start(struct printer *printer, struct buf *out, const struct notation *notation, const struct expr *expr,
	const struct print_style *style);
void print_expr(const struct printer *printer, const struct expr *expr);
int print_level(const struct expr *expr);
/* Does this operand of that operator stand in parentheses? */
bool print_parenthesised(const struct expr *operand, const struct expr *parent);
/* Is it a letter, with whatever marks on it? */
bool print_is_letter(const char *name);
const char *print_name(const struct printer *printer, const struct expr *variable);
/* What a constant is called: 0 and 1, or F and V. */
const char *print_constant_name(const struct printer *printer, const struct expr *constant);
/* Nothing but that name: a notation's `constant`. */
void print_constant(const struct printer *printer, const struct expr *constant);
/* "x" and "12" of x12, x_12, x₁₂; the length of the letter, or 0 when the name is not a letter and an index. */
size_t print_index(const char *name, char digits[32]);
