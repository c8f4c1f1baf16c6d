/*
 * Formulas of Boolean algebra and of the calculus of propositions, as trees.
 *
 * Use: expr_read() (logic/read.h) makes one from text, expr_new() from parts. Trees are constant, live in the arena
 * they were made in and may share parts.
 *
 * Invariants: AND, OR, XOR and IFF have two operands or more, NAND, NOR and IMPLIES two, NOT one. An operand of the same
 * operator is kept apart only where the reader of the text saw parentheses: a + (b + c) is not a + b + c.
 *
 * A row is an assignment of all variables as a number: the first variable is its most significant bit, as in the
 * tables that people write.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"

enum { VARIABLES_MAX = 16 };

/* The variables of a question, in order. Names are UTF-8: letters, then letters, digits, '_' or subscript digits. */
struct vocabulary {
	const char *const *names;
	unsigned count; /* up to VARIABLES_MAX */
};

enum expr_op {
	EXPR_CONSTANT,
	EXPR_VARIABLE,
	EXPR_NOT,
	EXPR_AND,
	EXPR_XOR,
	EXPR_OR,
	EXPR_NAND,
	EXPR_NOR,
	EXPR_IMPLIES,
	EXPR_IFF,
};

struct expr {
	enum expr_op op;
	unsigned value; /* of a constant: 0 or 1; of a variable: its index */
	size_t count; /* of operands */
	const struct expr *const *operands;
	size_t start, end; /* the bytes of the text that it was read from, end excluded; both 0 when it was made */
};

const struct expr *expr_constant(struct arena *arena, bool value);
const struct expr *expr_variable(struct arena *arena, unsigned index);
const struct expr *expr_not(struct arena *arena, const struct expr *operand);
/* Copies the list of operands, keeps the operands. With a single operand, AND, OR, XOR and IFF are that operand. */
const struct expr *expr_new(struct arena *arena, enum expr_op op, const struct expr *const *operands, size_t count);
const struct expr *expr_pair(struct arena *arena, enum expr_op op, const struct expr *a, const struct expr *b);

/* The same tree: operators, operands and their order. Positions do not count. */
bool expr_same(const struct expr *a, const struct expr *b);
/* The same up to the order of the operands of commutative operators and to parentheses between equal associative ones. */
bool expr_alike(const struct expr *a, const struct expr *b, struct arena *arena);
/* The tree with nested AND, OR, XOR, IFF joined and double negations kept: a + (b + c) becomes a + b + c. */
const struct expr *expr_flat(const struct expr *expr, struct arena *arena);
bool expr_value(const struct expr *expr, uint32_t row, unsigned variables);
/* Occurrences of variables and of constants; operators. */
size_t expr_literals(const struct expr *expr);
size_t expr_nodes(const struct expr *expr);
/* Does it hold ⇒ or ⇔? */
bool expr_implies(const struct expr *expr);
/* One bit for each variable that occurs: bit i is variable i. */
uint32_t expr_uses(const struct expr *expr);
