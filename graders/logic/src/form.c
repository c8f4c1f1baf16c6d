/* Is a tree in the form that is asked, and what are its terms? */
#include "logic/form.h"
#include <string.h>

static const struct {
	const char *name;
	enum form form;
} names[] = {
	{ "any", FORM_ANY },
	{ "sum-of-products", FORM_SUM },
	{ "product-of-sums", FORM_PRODUCT },
	{ "canonical-sum", FORM_CANONICAL_SUM },
	{ "canonical-product", FORM_CANONICAL_PRODUCT },
	{ "minimal-sum", FORM_MINIMAL_SUM },
	{ "minimal-product", FORM_MINIMAL_PRODUCT },
	{ "nand", FORM_NAND },
	{ "nor", FORM_NOR },
};

const char *form_name(enum form form)
{
	return names[form].name;
}

bool form_named(const char *name, enum form *out)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i].name, name) == 0) {
			*out = names[i].form;
			return true;
		}
	}
	return false;
}

bool form_is_product(enum form form)
{
	return form == FORM_PRODUCT || form == FORM_CANONICAL_PRODUCT || form == FORM_MINIMAL_PRODUCT;
}

/* A sum of products, or its dual. */
struct shape {
	enum expr_op outer, inner;
	bool barred; /* what counts as 1 in a term: the variable barred */
	bool canonical;
	unsigned variables;
	struct term *terms;
	size_t count;
	struct form_judgement *out;
};

static bool wrong(struct shape *shape, enum form_fault fault, const struct expr *at)
{
	*shape->out = (struct form_judgement){ fault, at };
	return false;
}

static bool add_literal(struct shape *shape, struct term *term, const struct expr *whole, const struct expr *expr)
{
	bool barred = expr->op == EXPR_NOT;
	const struct expr *letter = barred ? expr->operands[0] : expr;
	uint32_t bit;

	if (letter->op == EXPR_CONSTANT)
		return wrong(shape, FORM_CONSTANT_INSIDE, expr);
	if (barred && letter->op != EXPR_VARIABLE)
		return wrong(shape, FORM_BAR_OVER_MORE, expr);
	if (letter->op != EXPR_VARIABLE)
		return wrong(shape, FORM_OTHER_OPERATOR, expr);
	bit = term_bit(shape->variables, letter->value);
	if (term->care & bit)
		return wrong(shape, FORM_LITERAL_TWICE, whole);
	term->care |= bit;
	if (barred == shape->barred)
		term->value |= bit;
	return true;
}

/* The literals of one term; `whole` is the term as a tree, `expr` the part of it in hand. */
static bool add_literals(struct shape *shape, struct term *term, const struct expr *whole, const struct expr *expr)
{
	if (expr->op == shape->outer)
		return wrong(shape, FORM_SUM_IN_PRODUCT, whole);
	if (expr->op != shape->inner)
		return add_literal(shape, term, whole, expr);
	for (size_t i = 0; i < expr->count; i++) {
		if (!add_literals(shape, term, whole, expr->operands[i]))
			return false;
	}
	return true;
}

static bool add_terms(struct shape *shape, const struct expr *expr)
{
	struct term term = { 0, 0 };
	unsigned wanted = shape->canonical ? shape->variables : 0;

	if (expr->op == shape->outer) {
		for (size_t i = 0; i < expr->count; i++) {
			if (!add_terms(shape, expr->operands[i]))
				return false;
		}
		return true;
	}
	if (!add_literals(shape, &term, expr, expr))
		return false;
	if (term_literals(term) < wanted)
		return wrong(shape, FORM_NOT_ALL_VARIABLES, expr);
	for (size_t i = 0; i < shape->count; i++) {
		if (shape->terms[i].care == term.care && shape->terms[i].value == term.value)
			return wrong(shape, FORM_TERM_TWICE, expr);
	}
	shape->terms[shape->count++] = term;
	return true;
}

/* The empty sum is 0, and the sum of the empty product 1; the other way round for products of sums. */
static void constant_terms(struct shape *shape, const struct expr *expr)
{
	bool value = (expr->value != 0) != shape->barred;

	if (value && shape->canonical && shape->variables > 0)
		wrong(shape, FORM_NOT_ALL_VARIABLES, expr);
	else if (value)
		shape->terms[shape->count++] = (struct term){ 0, 0 };
}

/* A variable, or a gate of gates: with its own sign, or as a bar over `inner`. */
static const struct expr *not_only(const struct expr *expr, enum expr_op gate, enum expr_op inner, bool under_bar)
{
	const struct expr *const *operands = expr->operands;
	size_t count = expr->count;

	if (expr->op == EXPR_VARIABLE)
		return NULL;
	if (expr->op == EXPR_NOT && operands[0]->op == inner && !under_bar)
		return not_only(operands[0], gate, inner, true);
	if (expr->op != gate && !(expr->op == inner && under_bar))
		return expr;
	for (size_t i = 0; i < count; i++) {
		bool joined = under_bar && operands[i]->op == inner;
		const struct expr *at = not_only(operands[i], gate, inner, joined);

		if (at != NULL)
			return at;
	}
	return NULL;
}

void form_check(struct form_judgement *out, const struct expr *expr, enum form form, unsigned variables,
	struct cover *terms, struct arena *arena)
{
	bool products = form == FORM_PRODUCT || form == FORM_CANONICAL_PRODUCT || form == FORM_MINIMAL_PRODUCT;
	struct shape shape = {
		.outer = products ? EXPR_AND : EXPR_OR,
		.inner = products ? EXPR_OR : EXPR_AND,
		.barred = products,
		.canonical = form == FORM_CANONICAL_SUM || form == FORM_CANONICAL_PRODUCT,
		.variables = variables,
		.out = out,
	};

	*out = (struct form_judgement){ FORM_FITS, NULL };
	if (form == FORM_ANY)
		return;
	if (form == FORM_NAND || form == FORM_NOR) {
		const struct expr *at = form == FORM_NAND ? not_only(expr, EXPR_NAND, EXPR_AND, false)
							  : not_only(expr, EXPR_NOR, EXPR_OR, false);

		if (at != NULL)
			*out = (struct form_judgement){ FORM_NOT_ONLY_NAND, at };
		return;
	}
	shape.terms = arena_array(arena, expr_literals(expr), sizeof(*shape.terms));
	if (expr->op == EXPR_CONSTANT)
		constant_terms(&shape, expr);
	else
		add_terms(&shape, expr);
	if (terms != NULL)
		*terms = (struct cover){ shape.terms, out->fault == FORM_FITS ? shape.count : 0 };
}
