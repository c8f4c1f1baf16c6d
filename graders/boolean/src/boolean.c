/*
 * The kind `boolean`: an expression with the asked values, in the asked form.
 */
#include <string.h>
#include "base/json.h"
#include "derived_words.h"
#include "drawn_function.h"
#include "expression.h"
#include "formula.h"
#include "grader_boolean/grader_boolean.h"
#include "logic/read.h"
#include "sheet/paper.h"

struct boolean_question {
	struct boolean_spec shared;
	struct expression_wish wish;
	const char *reference; /* a right answer */
};

static const char *const forms[] = { "any", "sum-of-products", "product-of-sums", "canonical-sum", "canonical-product",
	"minimal-sum", "minimal-product", "nand", "nor", NULL };

static const struct key_spec keys[] = {
	BOOLEAN_KEYS(true),
	BOOLEAN_KEYS_FUNCTION(true),
	{ .name = "form",
		.type = KEY_STRING,
		.choices = forms,
		.doc = "The form that the answer must have; any if left out. Minimal forms: six variables at most." },
	{ .name = "negate",
		.type = KEY_BOOL,
		.doc = "true: the answer must be the negation of the function, which stays as it is given." },
};

/* A form may be longer than what anybody can hand in. */
static bool can_be_read(const struct boolean_spec *spec, const char *text, struct arena *arena)
{
	struct reading_of read;
	struct slip slip;

	return expr_read(&read, text, strlen(text), &spec->vocabulary, arena, &slip) == 0;
}

static bool make_wish(
	struct boolean_question *out, struct reader *reader, const char *pointer, enum form form, bool negate)
{
	struct boolean_spec *spec = &out->shared;
	const struct expr *right = spec->function;
	struct err err = { 0 };

	if (negate) {
		struct table other = table_not(&spec->target.ones, reader->arena);
		spec_set_target(spec, &other, reader->arena);
		right = right ? expr_not(reader->arena, right) : NULL;
	}
	if (expression_wish_make(&out->wish, spec, form, reader->arena, &err))
		return expression_refuse(reader, pointer, spec, form);
	expression_wish_show(&out->wish, spec->function, reader->arena);
	if (negate)
		out->wish.name = arena_printf(reader->arena, "%s\u0305", spec->name);
	if ((form != FORM_ANY || !right) && expression_reference(&right, &out->wish, reader->arena, &err))
		return expression_refuse(reader, pointer, spec, form);
	out->reference = spec_text(spec, right, reader->arena);
	return form == FORM_ANY || can_be_read(spec, out->reference, reader->arena) ||
	       expression_refuse(reader, pointer, spec, form);
}

/* Would handing the statement's formula back be a right answer? Where no form is asked, the formula is the key. */
static void warn_of_gift(struct boolean_question *out, struct reader *reader, const char *pointer, bool negate)
{
	struct expression_judgement judged;
	struct err err = { 0 };
	const struct expr *given = out->wish.given.expr;

	if (out->wish.form == FORM_ANY && negate && given)
		reader_warning(reader, reader_pointer(reader, pointer, "negate"), false, &boolean_messages,
			"negate-any", NULL);
	if (out->wish.form == FORM_ANY || !given || expression_judge(&judged, &out->wish, given, reader->arena, &err))
		return;
	if (judged.fits)
		reader_warning(reader, reader_pointer(reader, pointer, "function"), false, &boolean_messages,
			"given-fits", NULL);
}

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct boolean_question *out = arena_alloc(reader->arena, sizeof(*out));
	enum form form = FORM_ANY;
	bool negate = reader_bool(object, "negate", false);

	form_named(reader_string(reader, object, "form", "any"), &form);
	if (!spec_read(&out->shared, reader, object, pointer, VARIABLES_MAX) ||
		!spec_read_function(&out->shared, reader, object, pointer) ||
		!make_wish(out, reader, pointer, form, negate))
		return;
	out->shared.example = spec_example(&out->shared, reader->arena);
	warn_of_gift(out, reader, pointer, negate);
	question->spec = out;
}

static enum reading read_expression(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, const struct expr **out)
{
	const struct boolean_question *asked = question->spec;
	enum reading reading = paper_open(paper, grading, question, answer, report);

	if (reading == READING_OK)
		reading = paper_formula(paper, &asked->shared, 0, paper->bytes, out);
	if (reading == READING_OK)
		paper_read_as(paper, &asked->shared, *out);
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	const struct boolean_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };
	const struct expr *expr;

	*reading = paper_preview(&paper, read_expression(&paper, grading, question, answer, report, &expr));
	return 0;
}

/* One row for the values; where a form is asked, another one for it, and half of the points each. */
static int lay_out(struct paper *paper, const struct expression_wish *wish, struct err *err)
{
	struct frac half = paper->question->points;

	if (wish->form == FORM_ANY) {
		paper_name_row(paper, paper_rows(paper, 1), "row-equivalence", half);
		return 0;
	}
	if (frac_div(&half, half, frac_int(2), err))
		return -1;
	struct test_report *rows = paper_rows(paper, 2);
	paper_name_row(paper, &rows[0], "row-equivalence", half);
	paper_name_row(paper, &rows[1], "row-form", half);
	return 0;
}

static int fill_rows(struct paper *paper, const struct expression_wish *wish, const struct expression_judgement *judged,
	struct err *err)
{
	struct test_report *rows = paper->report->tests;

	if (!judged->equivalent) {
		row_failed(&rows[0], judged->value);
		if (judged->mistake.fr)
			paper_remark(paper, judged->mistake);
		if (wish->form != FORM_ANY)
			rows[1].message = paper_say(paper, "form-waits", NULL);
		return paper_settle(paper, err);
	}
	row_passed(&rows[0]);
	if (wish->form == FORM_ANY)
		return paper_settle(paper, err);
	if (judged->fits) {
		row_passed(&rows[1]);
		return paper_settle(paper, err);
	}
	row_failed(&rows[1], judged->form);
	if (frac_mul(&rows[1].points, judged->form_credit, paper->question->points, err))
		return -1;
	if (!judged->copied)
		return paper_settle(paper, err);
	paper_remark(paper, paper_say(paper, "statement-copied", NULL));
	return paper_guard(paper, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct boolean_question *asked = question->spec;
	struct expression_judgement judged;
	const struct expr *expr;
	const struct boolean_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };

	switch (read_expression(&paper, grading, question, answer, report, &expr)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		if (lay_out(&paper, &asked->wish, err))
			return -1;
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	if (lay_out(&paper, &asked->wish, err) || expression_judge(&judged, &asked->wish, expr, paper.arena, err))
		return -1;
	return fill_rows(&paper, &asked->wish, &judged, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct boolean_question *asked = question->spec;

	return json_keep(arena, json_string(asked->reference));
}

/* The constants; the formula of the statement, and with a bar. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct boolean_question *asked = question->spec;
	const struct expr *given = asked->wish.given.expr;
	json_t *list = json_pack("[s, s]", "0", "1");

	if (given) {
		json_array_append_new(list, json_string(spec_text(&asked->shared, given, arena)));
		json_array_append_new(list, json_string(spec_text(&asked->shared, expr_not(arena, given), arena)));
	}
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct boolean_question *asked = question->spec;

	derived_rows(out, &asked->shared, asked->wish.name, &asked->wish.target);
	derived_minima(out, &asked->wish);
	derived_answer(out, asked->reference);
}

const struct kind boolean_kind = {
	.name = "boolean",
	.typing = TYPING_FORMULA,
	.question_keys = keys,
	.question_key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.generators = boolean_generators,
	.idle = idle,
	.derived = derived,
};
