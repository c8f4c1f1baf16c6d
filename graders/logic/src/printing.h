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

struct piece { /* of what is written */
	const char *text;
	size_t bytes;
};
/* Of a constant text. */
#define PIECE(text)                                                                                                    \
	{                                                                                                              \
		(text), sizeof(text) - 1                                                                               \
	}

enum print_way { PRINT_TEXT, PRINT_LATEX, PRINT_MATHML, PRINT_WAYS };

/* One way of writing. */
struct notation {
	enum print_way way;
	const char *const *signs;
	struct piece product, sum; /* in Boolean algebra, where they are not those of propositions */
	struct piece juxtaposed; /* between the factors of a product without a sign */
	struct piece open, close; /* parentheses */
	struct piece begin, end; /* around what has several pieces */
	void (*constant)(const struct printer *printer, const struct expr *constant);
	void (*variable)(const struct printer *printer, const struct expr *variable);
	/* The negation of `operand` with a bar, in Boolean algebra; false: nothing is written, the sign is wanted. */
	bool (*bar)(const struct printer *printer, const struct expr *operand);
};

extern const struct notation print_text, print_latex, print_mathml;

/* What a vocabulary means for writing. */
struct print_habits {
	bool juxtaposes; /* products of letters without a sign */
	bool truth_free; /* no variable is called V or F */
};
struct print_names {
	struct print_habits habits;
	unsigned count;
	struct piece plain[PRINT_WAYS][VARIABLES_MAX];
	struct piece barred[VARIABLES_MAX]; /* as text; text NULL: a bar is a sign */
};

struct printer {
	struct buf *out;
	const struct notation *notation;
	const struct vocabulary *vocabulary;
	const struct print_names *names; /* NULL: names are worked out as they come */
	bool propositions; /* ¬ ∧ ∨ */
	bool juxtaposes; /* products of letters without a sign */
	bool letters; /* V and F are constants */
};
void printer_start(struct printer *printer, struct buf *out, const struct notation *notation, const struct expr *expr,
	const struct print_style *style);
void print_expr(const struct printer *printer, const struct expr *expr);
static inline void print_piece(const struct printer *printer, struct piece piece)
{
	if (piece.bytes > 0)
		buf_add(printer->out, piece.text, piece.bytes);
}
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
