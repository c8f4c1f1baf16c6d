/*
 * What an expression is worth, and why no more: has it the right values, has it the asked form?
 *
 * Use: make a wish once (expression_wish_make()), judge as many trees against it as there are answers. Of use wherever a
 * formula is an answer: it knows no report.
 */
#pragma once
#include "logic/form.h"
#include "logic/neighbour.h"
#include "spec.h"

/* The formula that the statement shows: handing it back earns a tenth. */
struct shown {
	const struct expr *expr; /* NULL: none */
	const struct expr *tidy[2]; /* without ornaments: the formula, and its negation */
	size_t literals; /* of them */
};

struct expression_wish {
	const struct boolean_spec *spec; /* names and meanings */
	const char *name; /* what the result is called in a counterexample */
	struct target target;
	struct table care;
	enum form form;
	struct cost best; /* of a minimal form, when one is asked */
	bool implications; /* the question knows ⇒ */
	struct shown given;
};

struct expression_judgement {
	bool equivalent;
	bool fits; /* equivalent, and in the asked form */
	bool copied; /* the statement's formula, and not what was asked */
	int64_t row; /* where it is wrong; -1 */
	struct frac credit; /* 0 to 1: 1/2 for the values, 1/2 for the form; a tenth at most for a copy */
	struct frac form_credit; /* what of it the form earned */
	struct msg_text value; /* the counterexample; fr NULL when equivalent */
	struct msg_text mistake; /* what was done wrong, when one edit makes it right; fr NULL */
	struct msg_text form; /* why it has not the form; fr NULL */
};

/* Of this spec's own target. ERR_TOO_LARGE for a minimal form of too many variables. */
int expression_wish_make(struct expression_wish *out, const struct boolean_spec *spec, enum form form,
	struct arena *arena, struct err *err) must_check;
/* The same for another target of the same variables: a student's own grid, which costs milliseconds at most; where it is too
 * hard for that, `best` is the cheapest form that was found. */
int expression_wish_of(struct expression_wish *out, const struct boolean_spec *spec, const struct target *target,
	enum form form, struct arena *arena, struct err *err) must_check;
/* `expr` NULL: nothing is shown. */
void expression_wish_show(struct expression_wish *wish, const struct expr *expr, struct arena *arena);
int expression_judge(struct expression_judgement *out, const struct expression_wish *wish, const struct expr *expr,
	struct arena *arena, struct err *err) must_check;
/* The minimal covers of what the wish asks, as cover_minima(): of the zeros where a product is wished, else of the ones;
 * and the tree of one of them. */
int expression_minima(struct minima *out, const struct expression_wish *wish, size_t list, struct arena *arena,
	struct err *err) must_check;
const struct expr *expression_of_cover(
	const struct expression_wish *wish, const struct cover *cover, struct arena *arena);
/* A right answer, as a tree. */
int expression_reference(
	const struct expr **out, const struct expression_wish *wish, struct arena *arena, struct err *err) must_check;

/* Tells the author at pointer/form why a wish cannot be made or has no right answer to write. Always false. */
bool expression_refuse(struct reader *reader, const char *pointer, const struct boolean_spec *spec, enum form form);

/* Parts, for kinds that judge values alone. "Pour a = 1 (…), b = 0 : E vaut 1, votre expression vaut 0." */
struct msg_text say_counterexample(const struct expression_wish *wish, uint32_t row, bool wanted, struct arena *arena);
/* The mistake found among the neighbours; fr NULL when there is none. */
struct msg_text say_mistake(const struct expression_wish *wish, const struct expr *expr, struct arena *arena);
/* The words of a mistake that was found in `expr`; fr NULL when there is none. */
struct msg_text say_neighbour(
	const struct boolean_spec *spec, const struct neighbour *found, const struct expr *expr, struct arena *arena);
/* What is wrong with the form; at `fault`, or in the cover. */
struct msg_text say_form_fault(
	const struct boolean_spec *spec, enum form form, const struct form_judgement *fault, struct arena *arena);
struct msg_text say_cover_fault(const struct boolean_spec *spec, enum form form, const struct cover *cover,
	const struct cover_judgement *fault, struct arena *arena);
/* A message whose parameters differ by language. */
struct msg_text say_both(struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en);
