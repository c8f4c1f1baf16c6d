/* What the three ways of writing a formula share: when parentheses are needed, and how a name looks. */
#pragma once
#include "logic/print.h"

enum { LEVEL_IFF = 1, LEVEL_IMPLIES, LEVEL_OR, LEVEL_XOR, LEVEL_AND, LEVEL_NOT, LEVEL_LEAF };

struct printer {
	struct buf *out;
	const struct vocabulary *vocabulary;
	bool propositions; /* ¬ ∧ ∨ */
	bool juxtaposes; /* products of letters without a sign */
	bool letters; /* V and F are constants */
};
void printer_start(struct printer *printer, struct buf *out, const struct expr *expr, const struct print_style *style);
int print_level(const struct expr *expr);
/* Does this operand of that operator stand in parentheses? */
bool print_parenthesised(const struct expr *operand, const struct expr *parent);
/* Is there no sign between the operands i - 1 and i of a product? */
bool print_juxtaposed(const struct printer *printer, const struct expr *product, size_t i);
const char *print_name(const struct printer *printer, const struct expr *variable);
const char *print_constant(const struct printer *printer, const struct expr *constant);
/* "x" and "12" of x12, x_12, x₁₂; the length of the letter, or 0 when the name is not a letter and an index. */
size_t print_index(const char *name, char digits[32]);
