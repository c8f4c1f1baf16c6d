/*
 * The forms that a question can ask for: is a tree in that form, and what are its terms?
 *
 * Forms are syntactic: a·a is no product of a sum of products (a literal twice), and a + b is one.
 */
#pragma once
#include "base/msg.h"
#include "logic/cover.h"

enum form {
	FORM_ANY,
	FORM_SUM, /* sum of products */
	FORM_PRODUCT, /* product of sums */
	FORM_CANONICAL_SUM, /* every term has every variable */
	FORM_CANONICAL_PRODUCT,
	FORM_MINIMAL_SUM,
	FORM_MINIMAL_PRODUCT,
	FORM_NAND, /* nothing but NAND: with its own sign, or as a bar over a product */
	FORM_NOR,
};
/* "sum-of-products", "product-of-sums", "canonical-sum", "canonical-product", "minimal-sum", "minimal-product", "nand",
 * "nor", "any". form_named() returns false for other names. */
const char *form_name(enum form form);
bool form_named(const char *name, enum form *out);
bool form_is_product(enum form form); /* its terms are those of the complement */

enum form_fault {
	FORM_FITS,
	FORM_BAR_OVER_MORE, /* a bar over more than a variable */
	FORM_SUM_IN_PRODUCT, /* a sum inside the product `at`: expand it; the dual for products of sums */
	FORM_OTHER_OPERATOR, /* xor, implication … */
	FORM_CONSTANT_INSIDE, /* 0 or 1 as an operand */
	FORM_LITERAL_TWICE, /* aa, or a·ā */
	FORM_TERM_TWICE,
	FORM_NOT_ALL_VARIABLES, /* a canonical term lacks a variable */
	FORM_NOT_ONLY_NAND, /* something else than NAND (NOR): a sum, a product without bar, a negation alone … */
};
struct form_judgement {
	enum form_fault fault;
	const struct expr *at; /* the part that does not fit */
};
/* Does the tree have the form (for the minimal ones: that of a sum or product)? For sums and products, canonical and
 * minimal ones too, *terms (may be NULL) gets the terms in the order written when it fits, else none; for products of
 * sums those of the complement (each sum negated). The whole may be 0 or 1; parentheses around equal operators are fine. */
void form_check(struct form_judgement *out, const struct expr *expr, enum form form, unsigned variables,
	struct cover *terms, struct arena *arena);
/* A tree of a cover: the sum of its terms, or the product of the sums that they negate. */
const struct expr *form_sum(const struct cover *cover, unsigned variables, struct arena *arena);
const struct expr *form_product(const struct cover *complement, unsigned variables, struct arena *arena);
enum { FORM_TERMS_MAX = 4096 };
/* A right answer in this form, the first of a fixed order: what a written solution prints. ERR_TOO_LARGE for a minimal
 * form of more than six variables, or for one of more than FORM_TERMS_MAX terms. Up to six variables sums, products and
 * gates come from a minimal form; gates are bars over products or sums, and a negated variable is the bar of aa. */
int form_write(const struct expr **out, const struct target *target, enum form form, struct arena *arena,
	struct err *err) must_check;
