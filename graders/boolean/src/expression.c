/*
 * Half for the values, half for the form. The values come first: who has the wrong values gets a counterexample and, when
 * one edit of their tree makes it right, the name of the mistake; the form of a wrong expression is nobody's concern.
 */
#include "expression.h"
#include "grader_boolean/grader_boolean.h"
#include "logic/read.h"
#include "tidy.h"

static bool is_minimal(enum form form)
{
	return form == FORM_MINIMAL_SUM || form == FORM_MINIMAL_PRODUCT;
}

/* For products of sums the terms are those of the complement. */
static struct target covered(const struct expression_wish *wish, struct arena *arena)
{
	struct target out = wish->target;

	if (form_is_product(wish->form)) {
		struct table zeros = table_not(&wish->target.ones, arena);
		out.ones = table_and(&zeros, &wish->care, arena);
	}
	return out;
}

static struct expression_wish wish_for(
	const struct boolean_spec *spec, const struct target *target, enum form form, struct arena *arena)
{
	return (struct expression_wish){ .spec = spec,
		.name = spec->name,
		.target = *target,
		.care = table_not(&target->any, arena),
		.form = form,
		.implications = spec->function && expr_implies(spec->function) };
}

int expression_wish_of(struct expression_wish *out, const struct boolean_spec *spec, const struct target *target,
	enum form form, struct arena *arena, struct err *err)
{
	struct target terms;
	struct cheapest cheapest;

	*out = wish_for(spec, target, form, arena);
	if (!is_minimal(form))
		return 0;
	terms = covered(out, arena);
	if (cover_cheapest(&cheapest, &terms, 0, arena, err))
		return -1;
	out->best = cheapest.cost;
	return 0;
}

int expression_wish_make(struct expression_wish *out, const struct boolean_spec *spec, enum form form,
	struct arena *arena, struct err *err)
{
	struct minima minima;

	*out = wish_for(spec, &spec->target, form, arena);
	if (!is_minimal(form))
		return 0;
	if (expression_minima(&minima, out, 0, arena, err))
		return -1;
	out->best = minima.cost;
	return 0;
}

void expression_wish_show(struct expression_wish *wish, const struct expr *expr, struct arena *arena)
{
	const struct expr *tidied;

	if (!expr)
		return;
	tidied = expr_tidy(expr, false, arena);
	wish->given = (struct shown){ expr, { tidied, expr_tidy_not(tidied, arena) }, expr_literals(tidied) };
}

static bool is_given(const struct expression_wish *wish, const struct expr *tidied, struct arena *arena)
{
	return expr_alike(tidied, wish->given.tidy[0], arena) || expr_alike(tidied, wish->given.tidy[1], arena);
}

/* The formula of the statement, or its negation where that is what is asked, with nothing but ornaments. */
static bool is_copy(const struct expression_wish *wish, const struct expr *expr, struct arena *arena)
{
	/* Ornaments only add. */
	if (!wish->given.expr || expr_literals(expr) < wish->given.literals)
		return false;
	/* + aā is an ornament as well, unless it is the statement's own. */
	return is_given(wish, expr_tidy(expr, false, arena), arena) ||
	       is_given(wish, expr_tidy(expr, true, arena), arena);
}

static void judge_form(struct expression_judgement *out, const struct expression_wish *wish, const struct expr *expr,
	struct arena *arena)
{
	const struct boolean_spec *spec = wish->spec;
	struct form_judgement fault;
	struct cover_judgement judged;
	struct cover terms;

	out->fits = wish->form == FORM_ANY;
	if (out->fits)
		return;
	form_check(&fault, expr, wish->form, spec->vocabulary.count, &terms, arena);
	if (fault.fault != FORM_FITS) {
		out->form = say_form_fault(spec, wish->form, &fault, arena);
		return;
	}
	out->fits = !is_minimal(wish->form);
	if (out->fits)
		return;
	struct target target = covered(wish, arena);
	cover_judge(&judged, &terms, &target, &wish->best, arena);
	out->fits = judged.fault == COVER_MINIMAL;
	if (!out->fits)
		out->form = say_cover_fault(spec, wish->form, &terms, &judged, arena);
}

/* Half of the form's half, by how few literals there are too many. */
static int credit_form(
	struct expression_judgement *out, const struct expression_wish *wish, const struct expr *expr, struct err *err)
{
	size_t literals = expr_literals(expr);
	struct frac ratio = FRAC_ONE;

	out->form_credit = FRAC_ZERO;
	if (out->fits)
		return frac_make(&out->form_credit, 1, 2, err);
	if (!is_minimal(wish->form))
		return 0;
	if (literals > wish->best.literals && frac_make(&ratio, wish->best.literals, (int64_t)literals, err))
		return -1;
	return frac_div(&out->form_credit, ratio, frac_int(4), err);
}

int expression_judge(struct expression_judgement *out, const struct expression_wish *wish, const struct expr *expr,
	struct arena *arena, struct err *err)
{
	struct table own = table_of(expr, wish->spec->vocabulary.count, arena);
	struct frac half = { 1, 2 }, tenth = { 1, 10 };

	*out = (struct expression_judgement){ .credit = FRAC_ZERO, .form_credit = FRAC_ZERO };
	out->row = table_difference(&own, &wish->target.ones, &wish->care);
	out->equivalent = out->row < 0;
	if (!out->equivalent) {
		bool wanted = table_at(&wish->target.ones, (uint32_t)out->row);
		out->value = say_counterexample(wish, (uint32_t)out->row, wanted, arena);
		out->mistake = say_mistake(wish, expr, arena);
		return 0;
	}
	judge_form(out, wish, expr, arena);
	if (credit_form(out, wish, expr, err) || frac_add(&out->credit, half, out->form_credit, err))
		return -1;
	out->copied = !out->fits && is_copy(wish, expr, arena);
	if (out->copied) {
		out->credit = tenth;
		out->form_credit = FRAC_ZERO;
	}
	return 0;
}

int expression_minima(
	struct minima *out, const struct expression_wish *wish, size_t list, struct arena *arena, struct err *err)
{
	struct target terms = covered(wish, arena);

	return cover_minima(out, &terms, list, 0, arena, err);
}

const struct expr *expression_of_cover(
	const struct expression_wish *wish, const struct cover *cover, struct arena *arena)
{
	unsigned variables = wish->spec->vocabulary.count;

	return form_is_product(wish->form) ? form_product(cover, variables, arena) : form_sum(cover, variables, arena);
}

int expression_reference(
	const struct expr **out, const struct expression_wish *wish, struct arena *arena, struct err *err)
{
	return form_write(out, &wish->target, wish->form, arena, err);
}

bool expression_refuse(struct reader *reader, const char *pointer, const struct boolean_spec *spec, enum form form)
{
	bool many = is_minimal(form) && spec->vocabulary.count > COVER_VARIABLES_MAX;
	const char *code = many ? "too-many-for-minimal" : is_minimal(form) ? "minimal-too-hard" : "form-too-long";
	const char *most = arena_printf(reader->arena, "%d", many ? (int)COVER_VARIABLES_MAX : (int)READ_NODES_MAX);

	reader_problem(reader, reader_pointer(reader, pointer, "form"), false, &boolean_messages, code,
		(struct msg_param[]){ { "most", most }, { 0 } });
	return false;
}
