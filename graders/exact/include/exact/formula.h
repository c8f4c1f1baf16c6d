/*
 * The small language of what an author asks and demands: "A*B", "A^-1", "transpose(A) + 2*I", "@p^2 mod 5",
 * "gcd(a, b) == 1 and a < b", "A*B != B*A".
 *
 * Operators, loosest first: or; and; not; == != < <= > >= (a < b < c as in mathematics); + -; * / mod; unary -; ^ (to the
 * right). Also "." for "*" (A.B), "×", "·", "÷", "−", "≤", "≥", "≠" and "=" for "==". Decimals have a point, for a comma or a
 * semicolon separates arguments. The functions are a table, formula_functions.
 * Names: letters, digits, "_", those of the environment; "@id" is another question's value: its dashes belong to it where a
 * letter or digit follows, so that a difference needs blanks, "@p - 1".
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

/* What stands in the language beside operators; for the docs and for who looks for a name. */
struct formula_function {
	const char *usage; /* "gcd(a, b)" */
	const char *doc; /* one English sentence */
};
size_t formula_functions(const struct formula_function **out, struct arena *arena); /* how many */

enum { FORMULA_BYTES_MAX = 2000, FORMULA_STEPS_MAX = 400000 };

int formula_read(
	const struct formula **out, const char *text, size_t bytes, struct arena *arena, struct slip *slip) must_check;
/* Each name that it uses once, in order of appearance; NULL-terminated. */
const char *const *formula_names(const struct formula *formula, struct arena *arena);
/* -1 and the slip (its place is in the formula's text) when a name is unknown, kinds or sizes do not go together, what is
 * asked does not exist (an inverse) or does not fit. */
int formula_value(struct value *out, const struct formula *formula, const struct binding *bindings, size_t count,
	struct arena *arena, struct slip *slip) must_check;
/* The same with a budget of who evaluates several: at most *steps, and what was done is taken off. */
int formula_value_within(struct value *out, const struct formula *formula, const struct binding *bindings, size_t count,
	size_t *steps, struct arena *arena, struct slip *slip) must_check;

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
const struct number *formula_number(const struct formula *formula); /* of a NUMBER; NULL */
const char *formula_text(const struct formula *formula, struct arena *arena); /* as it was written */

/* JSON of exercises and answers: a number is an integer or a text as number_read() takes ("3/4", "0,5"); a matrix a list
 * of rows, or a list of numbers, which is one row; a truth true or false. -1 and the slip (without a place). */
int value_of_json(struct value *out, const json_t *json, struct arena *arena, struct slip *slip) must_check;
/* The same form back. New reference. */
json_t *value_to_json(const struct value *value);
/* A matrix on one line, a number as decimal where that is exact, "vrai" or "true". */
const char *value_text(const struct value *value, enum lang lang, struct arena *arena);
