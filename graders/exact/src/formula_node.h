/* The inside of a formula, for those who read and evaluate it. */
#pragma once
#include "exact/formula.h"

struct formula_source {
	const char *text;
	size_t bytes;
};

/* A running evaluation. */
struct evaluation {
	const struct binding *bindings;
	size_t count;
	struct arena *arena;
	struct slip *slip;
	size_t steps; /* what is left */
};

enum { FUNCTION_OPERANDS_MAX = 8 };

struct function {
	const char *name;
	size_t least, most; /* operands */
	const char *usage, *doc;
	int (*value)(struct value *out, const struct value *operands, const struct formula *formula,
		struct evaluation *evaluation);
};

struct formula {
	enum formula_op op;
	const char *name;
	const struct number *number;
	const struct function *function;
	const struct formula *const *operands;
	size_t count;
	size_t start, end; /* bytes of the source */
	const struct formula_source *source;
};

const struct function *function_find(const char *name);
/* The nearest name of a function, or NULL. */
const char *function_near(const char *name);

/* Slips of evaluation, at the place of `formula`; each returns -1. `detail` is {detail} of the message, may be NULL. */
int formula_slip(
	struct evaluation *evaluation, const struct formula *formula, const char *code, const char *fr, const char *en);
/* Counts work before it is done: so many operations on numbers of so many bits. */
int formula_spend(struct evaluation *evaluation, const struct formula *formula, size_t operations, size_t bits);
/* The larger of bits above and below all bars. */
size_t value_bits(const struct value *value);

/* Values that were computed, or the slip that there is none: too large. */
int give_number(
	struct value *out, const struct number *number, const struct formula *formula, struct evaluation *evaluation);
int give_matrix(
	struct value *out, const struct matrix *matrix, const struct formula *formula, struct evaluation *evaluation);
int give_truth(struct value *out, bool truth);
/* What an operand must be; -1 and the slip. */
int need_number(const struct value *value, const struct formula *formula, struct evaluation *evaluation);
int need_whole(const struct value *value, const struct formula *formula, struct evaluation *evaluation);
int need_matrix(const struct value *value, const struct formula *formula, struct evaluation *evaluation);
int need_square(const struct value *value, const struct formula *formula, struct evaluation *evaluation);
int need_same_size(
	const struct value *a, const struct value *b, const struct formula *formula, struct evaluation *evaluation);
/* A small whole number between two bounds. */
int need_between(long *out, const struct value *value, long least, long most, const struct formula *formula,
	struct evaluation *evaluation);
/* Powers and remainders, which operators and functions share. */
int power_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation);
int mod_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation);
int inverse_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation);
