/*
 * The small language of what an author asks and demands: "A*B", "A^-1", "transpose(A) + 2*I", "@p^2 mod 5",
 * "gcd(a, b) == 1 and a < b", "A*B != B*A".
 *
 * Operators, loosest first: or; and; not; == != < <= > >=; + -; * / mod; unary -; ^ (to the right). Also "." for "*"
 * between matrices, "×", "·", "−", "≤", "≥", "≠". Functions: see formula_functions (a table, printed in the docs): gcd,
 * lcm, abs, floor, round(x, n), min, max, is_prime, transpose, inverse, det, rank, trace, rows, columns, boolean (1 where
 * not zero), bool_power(M, k), bool_sum(A, B), bool_product(A, B), mod(M, n), power_mod, inverse_mod, termwise, identity(n),
 * cell(M, i, j), row(M, i), column(M, j), sum(M), and for lists (a matrix of one row): length, sorted.
 * Names: those of the environment; "@id" is another question's value.
 *
 * Values are a number, a matrix or a truth. Work is bounded by the sizes of numbers and matrices and by a budget of steps.
 */
#pragma once
#include <jansson.h>
#include "base/slip.h"
#include "exact/matrix.h"

enum value_kind { VALUE_NUMBER, VALUE_MATRIX, VALUE_TRUTH };

struct value {
	enum value_kind kind;
	const struct number *number;
	const struct matrix *matrix;
	bool truth;
};

struct binding {
	const char *name; /* "A", "@p" */
	struct value value;
};

struct formula; /* read, not evaluated; in the arena of its reading */

int formula_read(
	const struct formula **out, const char *text, size_t bytes, struct arena *arena, struct slip *slip) must_check;
/* Each name that it uses once, in order of appearance; NULL-terminated. */
const char *const *formula_names(const struct formula *formula, struct arena *arena);
/* -1 and the slip (its place is in the formula's text) when a name is unknown, kinds or sizes do not go together, what is
 * asked does not exist (an inverse) or does not fit. */
int formula_value(struct value *out, const struct formula *formula, const struct binding *bindings, size_t count,
	struct arena *arena, struct slip *slip) must_check;

/* How it is built, for who explains a result or tries known mistakes on it. */
enum formula_op {
	FORMULA_NUMBER,
	FORMULA_NAME,
	FORMULA_CALL,
	FORMULA_NOT,
	FORMULA_OR,
	FORMULA_AND,
	FORMULA_EQUAL,
	FORMULA_DIFFERS,
	FORMULA_LESS,
	FORMULA_AT_MOST,
	FORMULA_MORE,
	FORMULA_AT_LEAST,
	FORMULA_ADD,
	FORMULA_SUB,
	FORMULA_MUL,
	FORMULA_DIV,
	FORMULA_MOD,
	FORMULA_NEG,
	FORMULA_POWER
};
enum formula_op formula_op(const struct formula *formula);
const char *formula_name(const struct formula *formula); /* of a NAME or a CALL; NULL */
size_t formula_count(const struct formula *formula);
const struct formula *formula_operand(const struct formula *formula, size_t i);

/* JSON of exercises and answers: a number is an integer or a text as number_read() takes ("3/4", "0,5"); a matrix a list
 * of rows. -1 and the slip (without a place). */
int value_of_json(struct value *out, const json_t *json, struct arena *arena, struct slip *slip) must_check;
/* The same form back. New reference. */
json_t *value_to_json(const struct value *value);
const char *value_text(const struct value *value, enum lang lang, struct arena *arena);
