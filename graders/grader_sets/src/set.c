/*
 * The kind `set`. An answer is one set: its elements, intervals that do not touch, a whole number; or an expression over
 * the sets of a diagram. Operations over the given sets are the question and no answer, so they are not read as one.
 */
#include "set.h"
#include <string.h>
#include "base/json.h"
#include "grader_sets/grader_sets.h"
#include "model/derived.h"
#include "sets/messages.h"

/* In the names of the question itself, and no brace in front: that would announce JSON. */
static const char *example_of(const struct set_question *asked, struct arena *arena)
{
	if (asked->form == SET_FORM_REGIONS)
		return "1;2";
	if (asked->form == SET_FORM_EXPRESSION && asked->venn_count == 1)
		return arena_printf(arena, "∁%s", asked->venn[0]);
	if (asked->form == SET_FORM_EXPRESSION)
		return arena_printf(arena, "%s ∩ %s", asked->venn[0], asked->venn[1]);
	if (asked->wanted.kind == SETS_NUMBER)
		return "12";
	return asked->wanted.kind == SETS_REALS ? "]−∞;4]" : "A = {1;2;3}";
}

/* ---- reading ---- */

static bool add_json(struct buf *out, const json_t *value, bool outermost)
{
	if (json_is_string(value)) {
		buf_add(out, json_string_value(value), json_string_length(value));
		return true;
	}
	if (json_is_integer(value)) {
		buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return true;
	}
	if (!json_is_array(value))
		return false;
	buf_addch(out, outermost ? '{' : '(');
	for (size_t i = 0; i < json_array_size(value); i++) {
		buf_addstr(out, i > 0 ? ";" : "");
		if (!add_json(out, json_array_get(value, i), false))
			return false;
	}
	buf_addch(out, outermost ? '}' : ')');
	return true;
}

/* A list of elements is a set, a list in it a couple. */
static const json_t *as_text(const json_t *answer, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT_MAX(2 * PAPER_BYTES_MAX);

	if (!json_is_array(answer) || !add_json(&out, answer, true))
		return answer;
	return json_keep(arena, json_stringn(buf_str(&out), out.len));
}

/* Behind "A ∪ B =". */
static size_t behind_label(const struct paper *paper)
{
	for (size_t i = 0; i < paper->bytes; i++) {
		if (strchr("{[]>", paper->text[i]) || !strncmp(paper->text + i, "⟦", 3))
			return 0;
		if (paper->text[i] == '=')
			return i + 1 < paper->bytes && paper->text[i + 1] == '>' ? 0 : i + 1;
	}
	return 0;
}

static enum reading say_slip(struct paper *paper, const char *code, size_t start)
{
	struct slip slip = { .start = start, .end = paper->bytes };

	slip.message = msg_make(paper->arena, &set_messages, code, NULL);
	return paper_slip(paper, &slip, 0);
}

static bool is_line(const struct set_value *value)
{
	return value->kind == SETS_REALS && value->reals->count == 2 && !value->reals->cuts[0].at &&
	       !value->reals->cuts[1].at;
}

/* Is it written as a set, and not worked out from others? */
static bool is_extension(const struct set_question *asked, const struct set_expr *expr)
{
	bool reals = asked->wanted.kind == SETS_REALS;

	if (expr->op == SET_LITERAL)
		return true;
	if (expr->op != SET_UNION && expr->op != SET_MINUS)
		return false;
	for (size_t i = 0; i < expr->count; i++) {
		if (expr->operands[i]->op != SET_LITERAL)
			return false;
		reals |= expr->operands[i]->literal.kind == SETS_REALS;
	}
	if (expr->op == SET_MINUS)
		return is_line(&expr->operands[0]->literal) && expr->operands[1]->literal.kind == SETS_FINITE;
	return reals;
}

static size_t cuts_of(const struct set_value *value)
{
	return value->kind == SETS_REALS ? value->reals->count : 2 * value->set->count;
}

static const struct element *set_named(const struct set_question *asked, const struct element *element)
{
	for (const char *const *name = asked->words.elements; name && *name; name++)
		if (!strcmp(*name, element->name))
			return element;
	for (size_t i = 0; i < asked->world.count; i++)
		if (!strcmp(asked->world.bindings[i].name, element->name) &&
			asked->world.bindings[i].value.kind == SETS_FINITE)
			return asked->world.bindings[i].value.set;
	return element;
}

/* {∅;{a};E}: where sets are the elements, a given one may stand there by its name. */
static const struct element *with_named(
	const struct set_question *asked, const struct element *set, struct arena *arena)
{
	const struct element *wanted = asked->wanted.kind == SETS_FINITE ? asked->wanted.set : NULL;
	const struct element **list;

	if (!wanted || wanted->count == 0 || wanted->parts[wanted->count - 1]->kind != ELEMENT_SET)
		return set;
	list = arena_array(arena, set->count + 1, sizeof(struct element *));
	for (size_t i = 0; i < set->count; i++)
		list[i] = set->parts[i]->kind == ELEMENT_NAME ? set_named(asked, set->parts[i]) : set->parts[i];
	wanted = set_of(list, set->count, arena);
	return wanted ? wanted : set;
}

static enum reading read_extension(
	struct set_answer *out, struct paper *paper, const struct set_question *asked, size_t offset)
{
	static const struct set_world nowhere;
	struct set_words words = { .elements = asked->words.elements, .plain = true };
	struct set_reading reading;
	struct slip slip;
	size_t cuts = 0;

	if (set_read(&reading, paper->text + offset, paper->bytes - offset, &words, paper->arena, &slip))
		return paper_slip(paper, &slip, offset);
	if (!is_extension(asked, reading.expr))
		return say_slip(paper, "extension-asked", offset);
	if (set_expr_value(&out->value, reading.expr, &nowhere, paper->arena, &slip)) {
		slip.start = 0;
		return paper_slip(paper, &slip, offset);
	}
	if (out->value.kind == SETS_FINITE)
		out->value.set = with_named(asked, out->value.set, paper->arena);
	out->twice = reading.twice;
	if (reading.expr->op == SET_UNION) {
		for (size_t i = 0; i < reading.expr->count; i++)
			cuts += cuts_of(&reading.expr->operands[i]->literal);
		out->unreduced = cuts != cuts_of(&out->value);
	}
	if (reading.infinity_closed)
		paper_note(paper, paper_say(paper, "infinity-open", NULL));
	set_read_as_expr(paper, reading.expr);
	return READING_OK;
}

static bool only_names(const struct set_expr *expr)
{
	if (expr->op == SET_LITERAL)
		return expr->literal.kind == SETS_FINITE && expr->literal.set->count == 0;
	for (size_t i = 0; i < expr->count; i++)
		if (!only_names(expr->operands[i]))
			return false;
	return true;
}

static enum reading read_expression(
	struct set_answer *out, struct paper *paper, const struct set_question *asked, size_t offset)
{
	struct set_reading reading;
	struct slip slip;

	if (set_read(&reading, paper->text + offset, paper->bytes - offset, &asked->words, paper->arena, &slip))
		return paper_slip(paper, &slip, offset);
	if (!only_names(reading.expr))
		return say_slip(paper, "names-only", offset);
	if (set_expr_value(&out->value, reading.expr, &asked->world, paper->arena, &slip))
		return paper_slip(paper, &slip, offset);
	out->expr = reading.expr;
	set_read_as_expr(paper, reading.expr);
	return READING_OK;
}

/* Numbers of regions: in braces or without. */
static enum reading read_regions(
	struct set_answer *out, struct paper *paper, const struct set_question *asked, size_t offset)
{
	static const struct set_words none;
	const struct element *const *list = NULL;
	const char *text = paper->text + offset;
	size_t bytes = paper->bytes - offset, count = 0;
	struct set_reading reading;
	struct slip slip;

	if (set_read(&reading, text, bytes, &none, paper->arena, &slip) == 0 && reading.expr->op == SET_LITERAL &&
		reading.expr->literal.kind == SETS_FINITE) {
		out->value = reading.expr->literal;
		out->twice = reading.twice;
	} else {
		if (element_list_read(&list, &count, text, bytes, &none, paper->arena, &slip))
			return paper_slip(paper, &slip, offset);
		out->value = set_value_finite(set_of(list, count, paper->arena));
	}
	if (!set_within(out->value.set, asked->all))
		return say_slip(paper, "no-region", offset);
	set_read_as_value(paper, &out->value);
	return READING_OK;
}

static enum reading read_set(struct set_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	const struct set_question *asked = question->spec;
	struct slip slip;

	paper->example = example_of(asked, grading->arena);
	*out = (struct set_answer){ 0 };
	enum reading reading = paper_open(paper, grading, question, as_text(answer, grading->arena), report);
	if (reading != READING_OK)
		return reading;
	size_t offset = behind_label(paper);
	if (asked->form == SET_FORM_EXPRESSION)
		return read_expression(out, paper, asked, offset);
	if (asked->form == SET_FORM_REGIONS)
		reading = read_regions(out, paper, asked, offset);
	else if (asked->wanted.kind != SETS_NUMBER)
		reading = read_extension(out, paper, asked, offset);
	else {
		out->value.kind = SETS_NUMBER;
		if (cardinal_read(&out->value.number, paper->text + offset, paper->bytes - offset, paper->arena, &slip))
			return paper_slip(paper, &slip, offset);
		set_read_as_value(paper, &out->value);
	}
	if (reading == READING_OK && out->twice)
		paper_note(paper,
			paper_say(paper, "element-twice",
				(struct msg_param[]){
					{ "element", element_text(out->twice, LISTED_MAX, paper->arena) }, { 0 } }));
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper = { .messages = &set_messages };
	struct set_answer read;

	*reading = paper_preview(&paper, read_set(&read, &paper, grading, question, answer, report));
	return 0;
}

/* ---- marking ---- */

bool set_is_idle(const struct set_question *asked, const struct set_value *value)
{
	for (size_t i = 0; i < asked->idle_count; i++)
		if (set_value_same(&asked->idle[i], value))
			return true;
	return false;
}

static void lay_out(struct paper *paper, const struct set_question *asked)
{
	struct test_report *row = paper_rows(paper, 1);

	paper_name_row(paper, row,
		asked->form == SET_FORM_EXPRESSION  ? "row-expression"
		: asked->form == SET_FORM_REGIONS   ? "row-regions"
		: asked->wanted.kind == SETS_NUMBER ? "row-cardinal"
		: asked->wanted.kind == SETS_REALS  ? "row-intervals"
						    : "row-set",
		paper->question->points);
}

static int mark(struct paper *paper, const struct set_question *asked, const struct set_answer *answer, struct err *err)
{
	struct test_report *row = &paper->report->tests[0];

	row->expected = asked->form == SET_FORM_EXPRESSION ? set_expr_text(asked->ask, paper->arena)
							   : set_value_text(&asked->wanted, 0, paper->arena);
	row->got = answer->expr ? set_expr_text(answer->expr, paper->arena)
				: set_value_text(&answer->value, 200, paper->arena);
	if (set_value_same(&answer->value, &asked->wanted) && !answer->unreduced) {
		row_passed(row);
		return 0;
	}
	if (asked->form != SET_FORM_EXTENSION)
		return set_mark_venn(paper, asked, answer, err);
	if (asked->wanted.kind == SETS_NUMBER)
		return set_mark_number(paper, asked, answer, err);
	if (asked->wanted.kind == SETS_REALS || answer->value.kind == SETS_REALS)
		return set_mark_reals(paper, asked, answer, err);
	return set_mark_finite(paper, asked, answer, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	struct paper paper = { .messages = &set_messages };
	struct set_answer read;

	switch (read_set(&read, &paper, grading, question, answer, report)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		lay_out(&paper, question->spec);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	lay_out(&paper, question->spec);
	if (mark(&paper, question->spec, &read, err))
		return -1;
	return paper_settle(&paper, err);
}

/* ---- what else a kind tells ---- */

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct set_question *asked = question->spec;

	return json_keep(
		arena, json_string(asked->form == SET_FORM_EXPRESSION ? set_expr_text(asked->ask, arena)
								      : set_value_text(&asked->wanted, 0, arena)));
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct set_question *asked = question->spec;
	json_t *list = json_array();

	if (asked->form == SET_FORM_EXPRESSION) {
		json_array_append_new(list, json_string("∅"));
		for (size_t i = 0; i < asked->world.count; i++)
			json_array_append_new(list, json_string(asked->world.bindings[i].name));
		return json_keep(arena, list);
	}
	for (size_t i = 0; i < asked->idle_count; i++)
		json_array_append_new(list, json_string(set_value_text(&asked->idle[i], 0, arena)));
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct set_question *asked = question->spec;

	derived_add(out, msg_make(out->arena, &set_messages, "derived-set",
				 (struct msg_param[]){ { "ask", set_expr_text(asked->ask, out->arena) },
					 { "value", set_value_text(&asked->wanted, 64, out->arena) }, { 0 } }));
}

/* Of a cardinal: a number. */
static json_t *value_of(const struct question *question, const json_t *answer, struct arena *arena)
{
	const struct set_question *asked = question->spec;
	const struct number *number = asked->wanted.number;
	struct slip slip;
	int64_t whole;

	if (asked->wanted.kind != SETS_NUMBER)
		return NULL;
	if (answer && (!json_is_string(answer) || cardinal_read(&number, json_string_value(answer),
							  json_string_length(answer), arena, &slip)))
		return NULL;
	return json_keep(
		arena, number_to_int(number, &whole) ? json_integer(whole) : json_string(number_plain(number, arena)));
}

static json_t *picture(const struct question *question, struct arena *arena)
{
	const struct set_question *asked = question->spec;
	bool numbered = asked->form == SET_FORM_REGIONS;

	if (!asked->venn)
		return json_keep(arena, set_given_picture(asked, arena));
	return json_keep(arena, set_venn_picture(asked, numbered ? NULL : asked->wanted.set, numbered,
					numbered ? "Les régions et leurs numéros" : "La partie hachurée",
					numbered ? "The regions and their numbers" : "The shaded part"));
}

const struct kind set_kind = {
	.name = "set",
	.question_keys = set_keys,
	.question_key_count = SET_KEYS_COUNT,
	.read = set_read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
	.value = value_of,
	.picture = picture,
	.generators = sets_generators,
};
